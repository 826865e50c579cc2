// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { segment } from '../api/client'
import type { RecallTag } from '../api/model'
import { quantity } from '../i18n/formats'
import type { Texts } from '../i18n/texts'

/** Something that a code can mean; which members are there depends on `match`. */
export type Found = {
  match: string
  unit?: string
  item?: string
  lot?: string
  serial?: string
  container?: string
  place?: string
  partner?: string
  document?: string
  entry?: number
  name?: string
  /** Its number differs from the code's by uppercase and lowercase: nobody may take it for the same without looking. */
  near?: boolean
  /** How many base units the package holds that the number is of. */
  contains?: string
  recalls?: RecallTag[]
}

/** A number that names an item, and whose it is. */
export type Key = { scheme: string; value: string }

/** One value in a code, with where it stands; `symbol` is the index of the code where several were asked. */
export type Value = { id: string; title: string; value: string; position: number; symbol?: number }

/** What is odd or wrong at a place of a code. */
export type Fault = { code: string; detail: string; position: number; symbol?: number }

/** Two codes that cannot be of one thing. */
export type Conflict = { code: string; detail: string; first: number; second: number }

export type Reading = {
  family: string
  values: Record<string, string>
  known: boolean
  /** It rests on an assumption about lost characters, so that there are other readings. */
  guessed: boolean
  /** The only guess that names a lot or serial that is known of its item. */
  resolved?: boolean
  keys: Key[]
  said: Value[]
  faults: Fault[]
  symbol?: number
  recalls?: RecallTag[]
}

/** What several codes say together; only the conflicts where they contradict each other. */
export type Together = Omit<Reading, 'family' | 'resolved' | 'symbol'> & { conflicts: Conflict[] }

export type LookupAnswer = {
  code: string
  /** All codes, where several were asked. */
  codes?: string[]
  together?: Together
  readings: Reading[]
  found: Found[]
  complete: boolean
}

/** The page of what was found, and how it is named in a list. */
export function meaning(found: Found, t?: Texts): { path: string; title: string; subtitle: string } {
  const subtitle = t ? describe(found, t) : ''
  if (found.unit !== undefined) {
    return { path: `/units/${found.unit}`, title: found.serial ?? found.container ?? found.lot ?? '', subtitle }
  }
  if (found.place !== undefined) {
    return { path: `/places/${segment(found.place)}`, title: found.name ?? found.place, subtitle }
  }
  if (found.partner !== undefined) {
    return { path: `/partners/${segment(found.partner)}`, title: found.name ?? found.partner, subtitle }
  }
  if (found.document !== undefined) {
    return { path: `/documents/${segment(found.document)}`, title: found.document, subtitle }
  }
  if (found.entry !== undefined) {
    return { path: `/entries/${found.entry}`, title: String(found.entry), subtitle }
  }
  return { path: `/items/${segment(found.item ?? '')}`, title: found.name ?? found.item ?? '', subtitle }
}

const KINDS = [
  'lot',
  'serial',
  'container',
  'supplierLot',
  'item',
  'gtin',
  'hibc',
  'ppn',
  'pzn',
  'isbt128',
  'part',
  'customerPart',
  'place',
  'partner',
  'gln',
  'document',
  'entry',
] as const

function describe(found: Found, t: Texts): string {
  const kind = KINDS.find(k => k === found.match)
  const words = kind === undefined ? found.match : t(`lookup.match.${kind}`)
  const of = found.unit !== undefined ? (found.name ?? found.item) : (found.place ?? found.partner ?? found.item)
  const holds = found.contains === undefined ? [] : [t('lookup.holds', { qty: quantity(found.contains) })]
  const near = found.near ? [t('lookup.near')] : []
  return [words, ...(of ? [of] : []), ...holds, ...near].join(' · ')
}
