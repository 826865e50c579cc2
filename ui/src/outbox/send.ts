// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { outbox } from './outbox'

/** Sends what waits of a user; the promise ends when it was tried. What the tasks know comes when it is needed. */
export function sendOutbox(user: string): Promise<void> {
  return outbox.send(user, async waiting => (await import('../tasks/deliver')).deliver(waiting))
}
