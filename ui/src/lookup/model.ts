// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Act, Named, Precision, RecallTag, ShortEntry } from '../api/model'

export type How = 'installed' | 'packed' | 'input' | 'output'

/** One step down or up from a unit. */
export type Step = {
  how: How
  unit: Named
  item?: string
  name?: string
  qty: string
  at?: string
  seq?: number
  run?: string
  position?: string
  precision?: Precision
  recalls?: RecallTag[]
}

export type Steps = { rows: Step[]; nextCursor?: string }

/** An entry with the act as it was recorded. */
export type FullEntry = Omit<ShortEntry, 'moved' | 'movementCount'> & { act: Record<string, unknown> }

export type PlaceKind = 'site' | 'area' | 'bin' | 'vessel' | 'outside' | 'scrap' | 'adjustment' | 'unknown'

export type Place = {
  code: string
  kind: PlaceKind
  name: string
  parent?: string
  mixing?: 'wellMixed' | 'fifo' | 'sinceClean'
  overlap?: string
  timeZone?: string
  gln?: string
  attributes: Record<string, string>
  active: boolean
  version: number
}

export type Role = 'supplier' | 'customer' | 'consumer' | 'manufacturer' | 'carrier'

export type Partner = {
  code: string
  name: string
  gln?: string
  roles: Role[]
  attributes: Record<string, string>
  active: boolean
  version: number
}

/** A record of the masters as it was from a time on; `body` is its JSON. */
export type Change = { version: number; atUs: number; actor: string; body: string }

/** What a line of a mass balance counts: first the ways in, then what became of it. */
export type BalanceKind =
  | 'made'
  | 'received'
  | 'commissioned'
  | 'found'
  | 'fromLot'
  | 'onHand'
  | 'packed'
  | 'installed'
  | 'atPartner'
  | 'inProcess'
  | 'consumed'
  | 'serialised'
  | 'scrapped'
  | 'adjustedDown'
  | 'lost'
  | 'left'

export type BalanceLine = { kind: BalanceKind; place: string; within: string[]; qty: string }

/** An entry after which the books do not add up; below zero where a quantity appeared. */
export type Gap = { seq: number; act: Act; place: string; qty: string; why: 'shortfall' | 'unknown' | 'otherName' }

/** The mass balance of a unit: `entered` = `accounted` + `gap`. */
export type MassBalance = {
  unit: Named
  serials: boolean
  knownAt: { seq: number; hash: string }
  closed: boolean
  entered: string
  accounted: string
  gap: string
  lines: BalanceLine[]
  deliveries: { partner: string; name: string; gross: string; there: string }[]
  gaps: Gap[]
}

export const SIBLING_KINDS = ['input', 'vessel', 'run', 'place', 'time'] as const

/** What two units can have in common. */
export type SiblingKind = (typeof SIBLING_KINDS)[number]

export type Reason = {
  kind: SiblingKind
  unit?: Named
  place?: string
  placeKind?: string
  name?: string
  since: string
}

export type Sibling = { unit: Named; reasons: Reason[]; reasonsLeftOut?: number; recalls?: RecallTag[] }

/** A page of what shares something with a unit; `leftOut` come after it. */
export type Siblings = {
  unit: Named
  knownAt: { seq: number; hash: string }
  window: string
  byKind: Partial<Record<SiblingKind, number>>
  units: Sibling[]
  leftOut: number
  nextCursor?: string
}
