// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Found } from '../lookup/meaning'
import type { PullPlace, PullRow } from './model'

/** What a scan means in front of a bin. */
export type Scanned =
  /** A row of this place, to be ticked off. */
  | { is: 'row'; row: PullRow }
  | { is: 'again'; row: PullRow }
  /** Another place of the list: the next bin. */
  | { is: 'place'; place: string }
  /** In the recall, and by the list not here. */
  | { is: 'elsewhere' }
  /** Not in the recall. */
  | { is: 'other' }
  /** Nothing known has this number. */
  | { is: 'unknown' }

/** What to do with a scan in front of a bin whose rows are these. */
export function scanned(
  rows: readonly PullRow[],
  places: readonly PullPlace[],
  found: readonly Found[],
  recall: string,
): Scanned {
  const exact = found.filter(one => !one.near)
  const units = new Set(exact.flatMap(one => one.unit ?? []))
  const here = rows.filter(row => units.has(row.unit))
  const open = here.find(row => row.state !== 'done') ?? here[0]
  if (open !== undefined) {
    return { is: open.state === 'done' ? 'again' : 'row', row: open }
  }
  if (exact.some(one => one.recalls?.some(tag => tag.recall === recall))) {
    return { is: 'elsewhere' }
  }
  const place = exact.find(one => places.some(known => known.place === one.place))?.place
  if (place !== undefined) {
    return { is: 'place', place }
  }
  return { is: exact.length === 0 ? 'unknown' : 'other' }
}

/** The place to go to after one: the next with open rows, in the order of the list and then from its beginning. */
export function nextPlace(places: readonly PullPlace[], here: string): string | null {
  const i = places.findIndex(place => place.place === here)
  const later = [...places.slice(i + 1), ...places.slice(0, Math.max(0, i))]
  return later.find(place => place.open > 0)?.place ?? null
}

/**
 * How many rows a place has and how many are done, also when not all were read: the list's own count, and what was
 * ticked off since.
 */
export function countsHere(
  places: readonly PullPlace[],
  here: string,
  read: readonly PullRow[],
  shown: readonly PullRow[],
) {
  const place = places.find(one => one.place === here)
  const done = (rows: readonly PullRow[]) => rows.filter(row => row.state !== 'open').length
  return {
    all: place === undefined ? 0 : place.open + place.done,
    done: (place?.done ?? 0) + done(shown) - done(read),
  }
}

/** The line of a step that ticks a row off. */
export function tick(row: PullRow, missing = false) {
  return { unit: row.unit, place: row.place, ...(missing ? { missing } : { qty: row.qty }) }
}
