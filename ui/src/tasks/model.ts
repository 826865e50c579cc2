// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** An item as the masters have it; what the tasks need of it. */
export type Item = {
  code: string
  name: string
  tracking: 'none' | 'lot' | 'serial' | 'lot+serial'
  unit: string
  decimals: number
  shelfLifeDays?: number
}

export const byLot = (item: Item) => item.tracking === 'lot' || item.tracking === 'lot+serial'

export const bySerial = (item: Item) => item.tracking === 'serial' || item.tracking === 'lot+serial'

export type Hold = { seq: number; blocks: Purpose[]; reason: string; ofLot: boolean; at?: string; by?: string }

export const PURPOSES = ['ship', 'consume', 'sell', 'move'] as const

export type Purpose = (typeof PURPOSES)[number]

export type Holding = { place: string; name?: string; kind: string; qty: string; position?: string; within?: string[] }

/** The head of a unit's page. */
export type Summary = {
  id: string
  kind: 'lot' | 'serial' | 'container'
  item?: string
  name?: string
  lot?: string
  serial?: string
  container?: string
  status: string
  expiry?: string
  unit?: string
  holds: Hold[]
  holdings: Holding[]
  holdingsMore: boolean
  contents: number
}

/** Something that is directly in a unit. */
export type Content = {
  id: string
  item?: string
  name?: string
  lot?: string
  serial?: string
  container?: string
  qty: string
  position?: string
  held: boolean
}

export type ShortUnit = {
  id: string
  kind: 'lot' | 'serial' | 'container'
  item?: string
  name?: string
  lot?: string
  serial?: string
  container?: string
  expiry?: string
  unit?: string
  onHand: string
  place?: string
}

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

export type Pick = {
  unit: string
  lot?: string
  serial?: string
  place: string
  within: string[]
  qty: string
  available: string
  expiry?: string
}

/** What to take of an item, first expired first. */
export type Picks = {
  item: string
  name: string
  unit: string
  asked: string
  found: string
  short: string
  picks: Pick[]
  passed: (Omit<Pick, 'within' | 'available'> & { why: { purpose: string; code: string; detail: string }[] })[]
  passedMore?: boolean
}

export type Page<T> = { items: T[]; nextCursor?: string }
