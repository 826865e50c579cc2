// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Act, Named } from '../api/model'
import type { Balance, Cut, Direction, Proof, Reached, Summary } from '../trace/model'

/** One answer of a scope in short. */
export type Head = {
  version: number
  seq: number
  hash: string
  knownAt: string
  frozenAt: string
  actor: string
  answerHash: string
  contentHash: string
  units: number
  complete: boolean
}

/** The members of a trace question as it was asked. */
export type AskedQuestion = {
  direction?: string
  item?: string
  lot?: string
  serial?: string
  issuer?: string
  supplierLot?: string
  container?: string
  asOf?: string
  knownAt?: string
  hosts?: string
  contents?: string
  amounts?: boolean
  place?: string
  document?: string
  killSteps?: string
  precision?: string
  stop?: string
}

/** A frozen answer with its later ones; `versions` are the last 1,000, newest first, and not in lists. */
export type Scope = {
  id: string
  name: string
  question: AskedQuestion
  createdAt: string
  actor: string
  versionCount: number
  latest: Head
  versions?: Head[]
}

/** One answer with all but its units. */
export type Version = {
  head: Head
  proof: Proof
  policy: { direction: Direction; seeds: Named[]; asOf?: string; knownAt?: string }
  notAnswered: string[]
  cuts: Cut[]
  summary: Summary
  balance?: Balance
}

export type Evaluated = { added: boolean; version: Head; seq: number; hash: string }

export type Verified = {
  ok: boolean
  versions: { version: number; ok: boolean; units: number; difference?: string }[]
  tookMs: number
}

export type ChangeKind = 'added' | 'removed' | 'changed'

/** What is said of a unit, part by part. */
export type Part = 'precision' | 'since' | 'relation' | 'until' | 'amount' | 'holdings' | 'containers' | 'sources'

export type Change = {
  change: ChangeKind
  unit: Named
  before?: Reached
  after?: Reached
  changed?: Part[]
  because: number[]
  becauseMore?: boolean
}

/** An entry that made a difference. */
export type Cause = {
  seq: number
  id: string
  type: Act
  kind: 'late' | 'void' | 'new'
  occurredAt: string
  recordedAt: string
  actor: string
  document?: string
  voids?: number
}

export type Diff = {
  from: Head
  to: Head
  counts: { added: number; removed: number; changed: number; same: number }
  fromSummary: Summary
  toSummary: Summary
  units: Change[]
  entries: Cause[]
  nextCursor?: string
}
