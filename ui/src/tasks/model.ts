// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Item, RecallTag, Why } from '../api/model'

export const byLot = (item: Item) => item.tracking === 'lot' || item.tracking === 'lot+serial'

export const bySerial = (item: Item) => item.tracking === 'serial' || item.tracking === 'lot+serial'

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
  passed: (Omit<Pick, 'within' | 'available'> & { why: Why[]; recalls?: RecallTag[] })[]
  passedMore?: boolean
}
