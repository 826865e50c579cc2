// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/* Answers of the API that several folders read; those that one folder reads stand in its own model. */

/** A page of a list; the cursor is left out at its end. */
export type Page<T> = { items: T[]; nextCursor?: string }

export type UnitKind = 'lot' | 'serial' | 'container' | 'untracked'

/** In one word what became of a unit; `mixed` when several things did. */
export type Status =
  | 'inStock'
  | 'packed'
  | 'installed'
  | 'consumed'
  | 'shipped'
  | 'scrapped'
  | 'adjusted'
  | 'unknown'
  | 'voided'
  | 'mixed'

export type YesNo = 'yes' | 'no'

export const PURPOSES = ['ship', 'consume', 'sell', 'move'] as const

/** What a unit may be blocked for. */
export type Purpose = (typeof PURPOSES)[number]

/** A recall that a unit is under, wherever a unit is shown. */
export type RecallTag = { recall: string; title: string; since: string }

export type Why = { purpose: Purpose; code: string; detail: string }

/** What a unit is known by; the number is its serial, its container number or its lot. */
export type Numbered = { item?: string; lot?: string; serial?: string; container?: string }

/** A unit that another answer names. */
export type Named = Numbered & { unit: string; issuer?: string; twin?: number }

/** How sure a link is: possible by time, somewhere in the run, that lot, that very unit. */
export type Precision = 'window' | 'order' | 'lot' | 'unit'

/** A unit as a line of a list. */
export type ShortUnit = Numbered & {
  name?: string
  id: string
  kind: UnitKind
  issuer?: string
  suspectTwin: boolean
  expiry?: string
  status: Status
  unit?: string
  onHand: string
  place?: string
  placeCount: number
  usable: { ship: YesNo; consume: YesNo; sell: YesNo }
  held: boolean
  recalls?: RecallTag[]
}

export type Hold = { seq: number; blocks: Purpose[]; reason: string; ofLot: boolean; at?: string; by?: string }

export type Holding = {
  place: string
  name?: string
  kind: string
  qty: string
  position?: string
  within?: string[]
}

/** What came in, and what became of it; the names are those of the totals of the API. */
export type Totals = Record<
  | 'received'
  | 'made'
  | 'commissioned'
  | 'found'
  | 'onHand'
  | 'packed'
  | 'installed'
  | 'consumed'
  | 'shipped'
  | 'scrapped'
  | 'adjusted'
  | 'unknown',
  string
>

/** The head of a unit's page, without its long lists. */
export type UnitSummary = Numbered & {
  name?: string
  id: string
  kind: UnitKind
  issuer?: string
  twin: number
  suspectTwin: boolean
  expiry?: string
  bestBefore?: string
  manufactured?: string
  supplierLots: { number: string; partner?: string }[]
  attributes?: Record<string, unknown>
  status: Status
  unit?: string
  holds: Hold[]
  usable: { ship: YesNo; consume: YesNo; sell: YesNo; why: Why[] }
  totals: Totals
  holdings: Holding[]
  holdingsMore: boolean
  serials?: number
  contents: number
  recalls?: RecallTag[]
}

/** Something that is directly in a unit. */
export type Content = Numbered & {
  name?: string
  id: string
  qty: string
  position?: string
  held: boolean
  recalls?: RecallTag[]
}

export const ACTS = [
  'receive',
  'commission',
  'produce',
  'move',
  'ship',
  'return',
  'scrap',
  'adjust',
  'count',
  'install',
  'remove',
  'pack',
  'unpack',
  'hold',
  'release',
  'clean',
  'void',
] as const

export type Act = (typeof ACTS)[number]

/** What moved from one place to another; the number stands there when it is one unit only. */
export type Moved = {
  item?: string
  name?: string
  unit?: string
  qty: string
  units: number
  unitId?: string
  lot?: string
  serial?: string
  container?: string
  from: string
  fromKind: string
  fromName?: string
  to: string
  toKind: string
  toName?: string
}

/** An entry in a few lines, however much it moved. */
export type ShortEntry = {
  seq: number
  id: string
  type: Act
  occurredAt: string
  recordedAt: string
  actor: string
  document?: string
  reference?: { type?: string; number: string }
  reason?: string
  run?: string
  vessel?: string
  position?: string
  corrects?: number
  correctedBy?: number
  hash: string
  movementCount: number
  moved: Moved[]
  movedMore?: boolean
  blocks?: Purpose[]
  about?: (Numbered & { unit: string })[]
}

/** A quantity of one unit that goes from one place to another. */
export type Movement = {
  unit?: number
  item?: string
  lot?: string
  serial?: string
  container?: string
  qty: string
  from: string
  to: string
  recalls?: RecallTag[]
}

/** What must be known of an act that is recorded all the same. */
/** `recall` or `rule` names what it is about. */
export type Alert = { code: string; detail?: string; recall?: string; rule?: string }

/** What an act would do if it were recorded now. */
export type DryRun = {
  dryRun: true
  id: string
  type: Act
  movements?: Movement[]
  movementCount?: number
  movementsMore?: boolean
  alerts?: Alert[]
}

/** How much of an item is at a place. */
export type StockRow = {
  item: string
  name: string
  unit: string
  place: string
  placeName?: string
  kind: string
  qty: string
  lots?: number
  serials: number
}

export type Stock = { rows: StockRow[]; more: boolean }

export type Item = {
  code: string
  name: string
  tracking: 'none' | 'lot' | 'serial' | 'lot+serial'
  unit: string
  decimals: number
  units: { unit: string; factor: string }[]
  gtin?: string
  codes?: { scheme: string; value: string; contains?: string }[]
  links?: { type: string; href: string; title?: string; language?: string; level?: string }[]
  issuer?: string
  shelfLifeDays?: number
  inspection?: 'received' | 'produced' | 'both'
  attributes: Record<string, string>
  active: boolean
  version: number
}
