// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type Found, type LookupAnswer, meaning, type Reading } from './meaning'

/** What a code comes down to. */
export type Outcome =
  /** One thing that is all the code says. */
  | { is: 'one'; found: Found }
  | { is: 'several'; found: Found[] }
  /** Nothing has this number, or only a part of what it says is known, such as the item and not the lot. */
  | { is: 'unknown'; known: Found[]; said: Said }

/** What a code says in itself, whether or not anything is known by it. */
export type Said = { lot?: string; serial?: string; sscc?: string; text?: string }

/** `of` is an item: then only what is of it is meant. */
export function outcomeOf(answer: LookupAnswer, of?: string): Outcome {
  const all = distinct(answer.found)
  const ofItem = of === undefined ? [] : all.filter(found => found.item === of)
  const found = ofItem.length > 0 ? ofItem : all
  const said = saidBy(answer.readings)
  const [first] = found
  if (first === undefined || (isItemOnly(found) && (said.lot ?? said.serial) !== undefined)) {
    return { is: 'unknown', known: found, said }
  }
  return found.length === 1 && !first.near ? { is: 'one', found: first } : { is: 'several', found }
}

function isItemOnly(found: Found[]): boolean {
  return found.every(one => one.match === 'gtin')
}

/** A thing can be found by several of its numbers, and is still one thing. */
function distinct(found: Found[]): Found[] {
  const byPath = new Map<string, Found>()
  for (const one of found) {
    const { path } = meaning(one)
    if (!byPath.has(path)) {
      byPath.set(path, one)
    }
  }
  return [...byPath.values()]
}

function saidBy(readings: Reading[]): Said {
  const first = (name: string) => readings.find(reading => reading.values[name] !== undefined)?.values[name]
  return { lot: first('lot'), serial: first('serial'), sscc: first('sscc'), text: first('text') }
}
