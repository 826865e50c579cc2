// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type Found, type LookupAnswer, meaning } from './meaning'

/** What a code comes down to. */
export type Outcome =
  /** One thing that is all the code says. */
  | { is: 'one'; found: Found }
  | { is: 'several'; found: Found[] }
  /** Nothing has this number, or only a part of what it says is known, such as the item and not the lot. */
  | { is: 'unknown'; known: Found[]; said: Said }

/** What a code says in itself, whether or not anything is known by it. */
export type Said = { lot?: string; serial?: string; sscc?: string; text?: string }

/** What is recorded differently than the code says, as the server names it. */
const CONTRADICTIONS: readonly string[] = ['otherLot', 'otherExpiry', 'packageSerial']

/** Whether the code contradicts the books or its other symbols: somebody has to look before anything is taken for it. */
export function isDoubtful({ together, readings }: LookupAnswer): boolean {
  const asked = together === undefined ? readings.filter(reading => reading.known) : [together]
  return (
    (together?.conflicts ?? []).length > 0 ||
    asked.some(({ faults }) => faults.some(({ code }) => CONTRADICTIONS.includes(code)))
  )
}

/** `of` is an item: then only what is of it is meant. */
export function outcomeOf(answer: LookupAnswer, of?: string): Outcome {
  const all = distinct(answer.found)
  const ofItem = of === undefined ? [] : all.filter(found => found.item === of)
  const wide = ofItem.length > 0 ? ofItem : all
  const { lot, serial, sscc, text } = isItemOnly(all) ? { ...likeliest(answer), ...valuesOf(answer) } : valuesOf(answer)
  const said = { lot, serial, sscc, text }
  const found = narrowed(wide, said)
  const [first] = found
  if (first === undefined || (isItemOnly(found) && namesGoods(answer))) {
    return { is: 'unknown', known: wide, said }
  }
  return found.length === 1 && !first.near && !isDoubtful(answer)
    ? { is: 'one', found: first }
    : { is: 'several', found }
}

/** What a code of which no more than the item is known says most likely: it is only shown and searched for. */
function likeliest({ readings }: LookupAnswer): Record<string, string> {
  return readings.find(({ values }) => values.gtin !== undefined)?.values ?? {}
}

/** A code with a serial is about that piece, one with a lot about that lot, and not about the item that it names too. */
function narrowed(found: Found[], { lot, serial }: Said): Found[] {
  if (serial !== undefined) {
    return found.filter(one => one.serial === serial)
  }
  const units = found.filter(one => one.unit !== undefined)
  return lot !== undefined && units.length > 0 ? units : found
}

function isItemOnly(found: Found[]): boolean {
  return found.every(one => one.item !== undefined && one.unit === undefined)
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

/**
 * What a code says that can be relied on. What only a guess says counts where it is the resolved one, or where all
 * guesses that are known say the same; codes that contradict each other say nothing together.
 */
export function valuesOf({ together, readings, found }: LookupAnswer): Record<string, string> {
  if (together !== undefined && (together.conflicts.length > 0 || !together.guessed || found.some(one => one.unit))) {
    return together.conflicts.length > 0 ? {} : together.values
  }
  const resolved = readings.find(reading => reading.resolved)
  if (resolved !== undefined) {
    return resolved.values
  }
  const known = readings.filter(reading => reading.known)
  const asked = known.length > 0 ? known : readings.filter(reading => !reading.guessed)
  const guesses = asked.filter(reading => reading.guessed)
  const values: Record<string, string> = {}
  for (const [name, value] of guesses.flatMap(reading => Object.entries(reading.values))) {
    if (guesses.every(reading => reading.values[name] === value)) {
      values[name] = value
    }
  }
  for (const reading of asked.filter(one => !one.guessed).reverse()) {
    Object.assign(values, reading.values)
  }
  return values
}

/** Whether any way to read the code that names something known names a lot or a serial too. */
function namesGoods({ together, readings }: LookupAnswer): boolean {
  const known = [...(together === undefined ? [] : [together]), ...readings].filter(reading => reading.known)
  return known.some(({ values }) => values.lot !== undefined || values.serial !== undefined)
}
