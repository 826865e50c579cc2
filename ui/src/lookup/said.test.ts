// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Found, LookupAnswer, Reading } from './meaning'
import { outcomeOf, valuesOf } from './said'

function answer(found: Found[], values: Record<string, string> = { text: 'X' }): LookupAnswer {
  return {
    code: 'X',
    readings: [{ family: 'text', values, known: found.length > 0, guessed: false, keys: [], said: [], faults: [] }],
    found,
    complete: true,
  }
}

test('one thing that is found by several of its numbers is one thing', () => {
  const unit = { unit: '7', item: 'CELL', lot: 'L1' }
  const outcome = outcomeOf(
    answer([
      { match: 'lot', ...unit },
      { match: 'supplierLot', ...unit },
    ]),
  )
  expect(outcome.is).toBe('one')
})

test('an item alone is not all that a code with a lot says', () => {
  const values = { gtin: '09506000000015', lot: 'L9' }
  const outcome = outcomeOf(answer([{ match: 'gtin', item: 'CELL' }], values))
  expect(outcome).toEqual({ is: 'unknown', known: [{ match: 'gtin', item: 'CELL' }], said: { lot: 'L9' } })
})

test('a GTIN without a lot is the item', () => {
  expect(outcomeOf(answer([{ match: 'gtin', item: 'CELL' }], { gtin: '09506000000015' })).is).toBe('one')
})

test('an item narrows what several things of the same number can be', () => {
  const found = [
    { match: 'serial', unit: '1', item: 'PACK', serial: 'S1' },
    { match: 'serial', unit: '2', item: 'FRAME', serial: 'S1' },
  ]
  expect(outcomeOf(answer(found)).is).toBe('several')
  expect(outcomeOf(answer(found), 'FRAME')).toEqual({ is: 'one', found: found[1] })
  expect(outcomeOf(answer(found), 'OTHER').is).toBe('several')
})

const CELL = { match: 'gtin', item: 'CELL' }
const UNIT = { match: 'serial', unit: '7', item: 'CELL', serial: 'S1' }

function read(values: Record<string, string>, more: Partial<Reading> = {}): Reading {
  return { family: 'elementString', values, known: true, guessed: false, keys: [], said: [], faults: [], ...more }
}

test('a code with lot and serial is the piece, not the lot and the item that it names too', () => {
  const lot = { match: 'lot', unit: '6', item: 'CELL', lot: 'L1' }
  const readings = [read({ gtin: '1', lot: 'L1', serial: 'S1' })]
  const asked = { code: 'X', readings, found: [UNIT, lot, CELL], complete: true }
  expect(outcomeOf(asked)).toEqual({ is: 'one', found: UNIT })
  const other = { ...asked, readings: [read({ gtin: '1', lot: 'L1', serial: 'S9' })], found: [lot, CELL] }
  expect(outcomeOf(other)).toMatchObject({ is: 'unknown', known: [lot, CELL], said: { serial: 'S9' } })
  const whole = { ...asked, readings: [read({ gtin: '1', lot: 'L1' })], found: [lot, CELL] }
  expect(outcomeOf(whole)).toEqual({ is: 'one', found: lot })
})

test('a code that contradicts what is recorded leads nowhere by itself', () => {
  const faults = [{ code: 'otherLot', detail: 'serial S1 is recorded with lot L1', position: 18 }]
  const readings = [read({ gtin: '1', lot: 'L2', serial: 'S1' }, { faults })]
  expect(outcomeOf({ code: 'X', readings, found: [UNIT], complete: true })).toEqual({ is: 'several', found: [UNIT] })
})

test('codes that cannot be of one thing say nothing together', () => {
  const conflicts = [{ code: 'lot', detail: 'one symbol says L1, another L2', first: 0, second: 1 }]
  const together = { ...read({ gtin: '1' }), conflicts }
  const both = { code: 'X', codes: ['X', 'Y'], together, readings: [], found: [UNIT], complete: true }
  expect(outcomeOf(both).is).toBe('several')
  expect(valuesOf(both)).toEqual({})
})

test('the lot of one code is of the item of the other', () => {
  const together = { ...read({ gtin: '1', lot: 'L9' }), conflicts: [] }
  const readings = [read({ gtin: '1' }, { symbol: 0 }), read({ lot: 'L9' }, { symbol: 1, known: false })]
  const both = { code: 'X', codes: ['X', 'Y'], together, readings, found: [CELL], complete: true }
  expect(outcomeOf(both)).toMatchObject({ is: 'unknown', said: { lot: 'L9' } })
})

test('of several guesses only what all of them say counts, until one is resolved', () => {
  const one = read({ gtin: '1', lot: 'L1', serial: 'S1' }, { guessed: true })
  const other = read({ gtin: '1', lot: 'L121S1' }, { guessed: true })
  const asked = { code: 'X', readings: [one, other], found: [CELL], complete: true }
  expect(valuesOf(asked)).toEqual({ gtin: '1' })
  expect(outcomeOf(asked).is).toBe('unknown')
  expect(valuesOf({ ...asked, readings: [{ ...one, resolved: true }, other] }).serial).toBe('S1')
})

test('a number that could be a data identifier with a value is the number that was typed', () => {
  const guess = read({ serial: '100' }, { guessed: true, known: false, family: 'dataIdentifiers' })
  const text = read({ text: 'S100' }, { family: 'text' })
  const item = { match: 'item', item: 'S100' }
  expect(outcomeOf({ code: 'S100', readings: [text, guess], found: [item], complete: true }).is).toBe('one')
  const nothing = { code: 'S100', readings: [guess, { ...text, known: false }], found: [], complete: true }
  expect(outcomeOf(nothing)).toMatchObject({ is: 'unknown', said: { text: 'S100', serial: undefined } })
})

test('of a code of which nothing is known the likeliest reading gives the number to look for', () => {
  const guess = { guessed: true, known: false }
  const readings = [read({ text: '0110L12' }, { known: false }), read({ gtin: '1', lot: 'L12' }, guess)]
  const asked = { code: '0110L12', readings, found: [], complete: true }
  expect(outcomeOf(asked)).toMatchObject({ is: 'unknown', said: { lot: 'L12' } })
  expect(valuesOf(asked)).toEqual({ text: '0110L12' })
})
