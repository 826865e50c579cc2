// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../shell/session'

export type Page<T> = { items: T[]; nextCursor?: string }

export const TRACKINGS = ['none', 'lot', 'serial', 'lot+serial'] as const
export type Tracking = (typeof TRACKINGS)[number]

/** Which lots and serials wait for an inspection before they may be used. */
export const INSPECTION_RULES = ['received', 'produced', 'both'] as const
export type InspectionRule = (typeof INSPECTION_RULES)[number]

export type Attributes = Record<string, string>

/** Who gives the further numbers of an item. */
export const CODE_SCHEMES = ['gtin', 'hibc', 'ppn', 'pzn', 'isbt128', 'part', 'customerPart'] as const

/** What a code must name for a link to be about it. */
export const LINK_LEVELS = ['item', 'lot', 'serial'] as const

/** A further number that names an item; `contains` is how many base units a package with it holds. */
export type ItemCode = { scheme: string; value: string; contains?: string }

/** What anybody may read about an item, its lots or its serials. */
export type ItemLink = { type: string; href: string; title?: string; language?: string; level?: string }

export type Item = {
  code: string
  name: string
  tracking: Tracking
  unit: string
  decimals: number
  units: { unit: string; factor: string }[]
  gtin?: string
  codes?: ItemCode[]
  links?: ItemLink[]
  issuer?: string
  shelfLifeDays?: number
  inspection?: InspectionRule
  attributes: Attributes
  active: boolean
  version: number
}

/** The places that people make; the virtual ones always exist and cannot be changed. */
export const PLACE_KINDS = ['site', 'area', 'bin', 'vessel'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number] | 'outside' | 'scrap' | 'adjustment' | 'unknown'

export const MIXINGS = ['wellMixed', 'fifo', 'sinceClean'] as const
export type Mixing = (typeof MIXINGS)[number]

export type Place = {
  code: string
  kind: PlaceKind
  name: string
  parent?: string
  mixing?: Mixing
  overlap?: string
  timeZone?: string
  gln?: string
  attributes: Attributes
  active: boolean
  version: number
}

export const PARTNER_ROLES = ['supplier', 'customer', 'consumer', 'manufacturer', 'carrier'] as const
export type PartnerRole = (typeof PARTNER_ROLES)[number]

export type Partner = {
  code: string
  name: string
  roles: PartnerRole[]
  gln?: string
  attributes: Attributes
  active: boolean
  version: number
}

export type User = { name: string; role: Role; active: boolean; version: number; createdAt: string }

/** A token without its text. `acts` are the only ones that it may record; left out: all that its role may. */
export type Token = {
  id: string
  name: string
  user: string
  role: Role
  acts?: string[]
  createdAt: string
  expiresAt?: string
  lastUsedAt?: string
  revokedAt?: string
}

export type MadeToken = Token & { token: string }

/** A record as it was after a change; `body` is its JSON. */
export type Change = { version: number; atUs: number; actor: string; body: string }

/** The masters that have a history and can be changed by one person at a time. */
export type Room = 'items' | 'places' | 'partners'
