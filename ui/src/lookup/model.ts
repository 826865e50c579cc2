// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Named, Precision, ShortEntry } from '../api/model'

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

export type Role = 'supplier' | 'customer' | 'manufacturer' | 'carrier'

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
