// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Found, LookupAnswer } from './meaning'
import { outcomeOf } from './said'

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
