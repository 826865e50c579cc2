// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, segment } from '../api/client'
import type { Page, ShortUnit, Stock } from '../api/model'
import { type ActLine, gather } from './acts'
import { plus } from './amounts'
import { countable, type DraftLine, type Head, pieces } from './draft'
import type { ActBody } from './judge'

/** What should be at a place, by item. */
export function stockAt(place: string): Promise<Stock> {
  return api.get<Stock>(`/places/${segment(place)}/stock`)
}

/** How much of an item was counted, as a quantity or as pieces. */
export function countedOf(lines: DraftLine[], item: string): string | null {
  const own = lines.filter(line => line.item === item && countable(line))
  return own.length === 0
    ? null
    : own.reduce((sum, line) => plus(sum, line.unit === undefined ? String(pieces(line)) : (line.qty ?? '0')), '0')
}

/** As many lots of a place as one count can say to be gone. */
const LOTS_MAX = 5_000

async function lotsAt(place: string): Promise<ShortUnit[]> {
  const lots: ShortUnit[] = []
  let cursor: string | undefined
  do {
    const query = { place, kind: 'lot', view: 'short', limit: 1_000, cursor }
    const page: Page<ShortUnit> = await api.get('/units', query)
    lots.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && lots.length < LOTS_MAX)
  return lots
}

/**
 * Lines that say zero for everything that should be at the place and was not counted: nothing else is there. The
 * serials of an item that was counted need none, for a count names all of its serials.
 */
export async function absent(place: string, lines: DraftLine[]): Promise<ActLine[]> {
  const { rows } = await stockAt(place)
  const lots = await lotsAt(place)
  const ofLots = lots
    .filter(lot => !lines.some(line => line.item === lot.item && line.lot === lot.lot))
    .map(lot => ({ item: lot.item, lot: lot.lot, qty: '0' }))
  const byLots = new Set(lots.map(lot => lot.item))
  const others = rows
    .filter(row => !byLots.has(row.item) && countedOf(lines, row.item) === null)
    .map(row => ({ item: row.item, qty: '0' }))
  return [...ofLots, ...others]
}

/** The count of a place as one act. */
export function countOfPlace(head: Head, lines: DraftLine[]): ActBody {
  const zeros = head.absent ? (JSON.parse(head.absent) as ActLine[]) : []
  return {
    type: 'count',
    at: head.at,
    operator: head.operator || undefined,
    lines: [...(gather(lines).lines ?? []), ...zeros],
  }
}
