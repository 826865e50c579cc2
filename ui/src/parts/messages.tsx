// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

/** Where short messages appear; on the pages that have some, so that the first load need not bring it. */
export function Messages() {
  return <Notifications position="top-center" autoClose={6000} />
}
