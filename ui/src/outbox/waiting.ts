// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ProblemBody } from '../api/client'
import type { Draft } from '../tasks/draft'
import type { ActBody } from '../tasks/judge'
import type { Recorded } from '../tasks/post'

/** An act that somebody finished and the server has not recorded: it waits for the network, or was refused. */
export type Waiting = {
  /** Its turn; given by the device. */
  n?: number
  user: string
  finishedAt: string
  /** As it was finished: its ids, its head and its lines, some of which may have to be read first. */
  draft: Draft
  /** What is recorded; left out when scans must be read first. */
  acts?: ActBody[]
  /** Why it was not recorded; it stays until somebody mends or drops it. */
  problem?: ProblemBody
}

/** What became of a waiting act. */
export type Settled = ({ is: 'recorded'; id: string } & Recorded) | { is: 'refused'; id: string }
