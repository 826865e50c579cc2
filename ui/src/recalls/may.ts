// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useMe } from '../shell/session'
import type { Recall } from './model'
import { can, NEEDS, type Work } from './stages'

/** What whoever is signed in may do in a case now. */
export function useMay(recall: Pick<Recall, 'next'>): (work: Work) => boolean {
  const { may } = useMe()
  return work => can(recall, may, work)
}

/** Whether whoever is signed in is somebody who does such work, whatever the stage. */
export function useDoes(): (work: Work) => boolean {
  const { may } = useMe()
  return work => (may as readonly string[]).includes(NEEDS[work])
}
