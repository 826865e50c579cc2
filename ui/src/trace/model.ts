// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Act, Named, Precision, RecallTag } from '../api/model'

export type Relation = 'seed' | 'member' | 'madeFrom' | 'contains' | 'containedUntil'

export type CutReason = 'shortfall' | 'unknown' | 'untracked' | 'limit'

export type Cut = { reason: CutReason; place?: string; unit?: Named; qty?: string }

export type ItemQty = { item: string; qty: string }

export type AtPlace = { place: string; name: string; item: string; qty: string }

export type Consignee = { partner: string; name: string; item: string; qty: string; gross: string; net: string }

export type Summary = {
  lots: number
  serials: number
  byItem: { item: string; lots: number; serials: number }[]
  onHand: AtPlace[]
  consignees: Consignee[]
  sources: AtPlace[]
  scrapped: ItemQty[]
  consumed: ItemQty[]
  loss: ItemQty[]
  unknown: ItemQty[]
  adjustedUp: ItemQty[]
}

export type BalancePart = 'onHand' | 'atPartners' | 'scrapped' | 'inProcess' | 'loss' | 'elsewhere' | 'killed'

export type Balance = Record<BalancePart | 'entered' | 'sum', string>

export type Amount = { min: string; expected: string; max: string }

export type PlaceKind =
  | 'site'
  | 'area'
  | 'bin'
  | 'vessel'
  | 'container'
  | 'partner'
  | 'run'
  | 'host'
  | 'outside'
  | 'scrap'
  | 'adjustment'
  | 'unknown'

export type Holding = { place: string; kind: PlaceKind; qty: string; within: string[]; amount?: Amount }

export type Stay = { in: Named; kind: 'container' | 'host'; from: string; to?: string; position?: string }

export type Reached = Named & {
  precision: Precision
  since: string
  relation: Relation
  until?: string
  amount?: Amount
  holdings: Holding[]
  containers: Stay[]
  recalls?: RecallTag[]
}

export type Direction = 'forward' | 'backward'

/** What one needs to have an answer checked: the last entry that was read, the whole question, and the answer's hash. */
export type Proof = { seq: number; headHash: string; policy: string; answerHash: string }

export type TraceAnswer = {
  complete: boolean
  cuts: Cut[]
  knownAt: { seq: number; hash: string }
  hash: string
  proof: Proof
  policy: { direction: Direction; seeds: Named[]; asOf?: string; knownAt?: string }
  notAnswered: string[]
  summary: Summary
  balance?: Balance
  units: Reached[]
  next?: string
}

/** What the reference, reading the whole ledger, says of an answer. */
export type Check = {
  same: boolean
  proof: Proof
  referenceHash: string
  givenHash?: string
  units: number
  tookMs: number
  detail?: string
  differences?: { unit: Named; answered?: Reached; reference?: Reached }[]
}

export type Step = { seq: number; act: Act; at: string; unit: Named; place: string; precision: Precision }

export type NodeKind = 'lot' | 'serial' | 'container' | 'fold' | 'run' | 'partner' | 'place'

export type NodeState = 'ok' | 'held' | 'bad' | 'gone' | 'unknown'

export type PictureNode = {
  id: string
  x: number
  y: number
  width: number
  height: number
  kind: NodeKind
  unit?: Named
  title: string
  subtitle: string
  count: number
  state: NodeState
  seed: boolean
  folded?: Named[]
  opens: boolean
}

export type PictureEdge = { from: string; to: string; precision: Precision; path: string; count: number }

export type Picture = {
  complete: boolean
  hash: string
  knownAt: { seq: number; hash: string }
  width: number
  height: number
  nodes: PictureNode[]
  edges: PictureEdge[]
  shown: number
  of: number
  truncated: boolean
}
