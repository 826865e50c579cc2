// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { gather, named } from './acts'
import { addsTo, countable, type DraftLine, pieces, repeats } from './draft'
import { total, wordsOf } from './totals'

const line = (given: Partial<DraftLine>): DraftLine => ({
  key: crypto.randomUUID(),
  code: '',
  verdict: { is: 'good' },
  ...given,
})

it('a serial that a range names already is scanned twice', () => {
  const range = line({ item: 'B', serials: 'SN0001-SN0500' })
  expect(repeats(range, line({ item: 'B', serial: 'SN0003' }))).toBe(true)
  expect(repeats(range, line({ item: 'B', serial: 'SN0503' }))).toBe(false)
  expect(repeats(range, line({ item: 'C', serial: 'SN0003' }))).toBe(false)
})

it('the same lot adds to its quantity, from the same place only', () => {
  const lot = line({ item: 'C', lot: 'L1', unit: 'EA', qty: '5' })
  expect(addsTo(lot, line({ item: 'C', lot: 'L1', unit: 'EA', qty: '3' }))).toBe(true)
  expect(repeats(lot, line({ item: 'C', lot: 'L1', unit: 'EA', qty: '3' }))).toBe(false)
  expect(addsTo(lot, line({ item: 'C', lot: 'L1', unit: 'EA', qty: '3', from: 'A-01' }))).toBe(false)
})

it('a lot that is held is one thing, and two lots are two', () => {
  const lot = line({ item: 'C', lot: 'L1' })
  expect(pieces(lot)).toBe(1)
  expect(repeats(lot, line({ item: 'C', lot: 'L1' }))).toBe(true)
  expect(repeats(lot, line({ item: 'C', lot: 'L2' }))).toBe(false)
})

it('only what can be recorded is counted, pieces by number and lots by quantity', () => {
  const lines = [
    line({ serials: 'SN0001-SN0500' }),
    line({ serial: 'X' }),
    line({ serial: 'X', verdict: { is: 'twice' } }),
    line({ lot: 'L1', unit: 'EA', qty: '800' }),
    line({ lot: 'L2', unit: 'KGM', qty: '0.5' }),
    line({ lot: 'L3', unit: 'KGM', qty: '0.25' }),
    line({ serial: 'Y', verdict: { is: 'refused', code: 'held', title: '', detail: '' } }),
    line({ unread: true, verdict: { is: 'waiting' } }),
  ]
  expect(lines.filter(countable)).toHaveLength(5)
  expect(total(lines)).toEqual({
    pieces: 501,
    quantities: [
      { unit: 'EA', qty: '800' },
      { unit: 'KGM', qty: '0.75' },
    ],
  })
  expect(wordsOf({ pieces: 0, quantities: [] })).toBe('0')
})

it('serials that share all else become one line of the act', () => {
  const lines = [
    line({ item: 'B', serial: '1' }),
    line({ item: 'B', serial: '2' }),
    line({ item: 'B', serial: '3', lot: 'L1' }),
    line({ item: 'C', lot: 'L2', qty: '4', unit: 'EA', supplierLot: '' }),
    line({ container: 'BOX' }),
  ]
  expect(gather(lines)).toEqual({
    lines: [
      { item: 'B', serials: ['1', '2'] },
      { item: 'B', lot: 'L1', serials: ['3'] },
      { item: 'C', lot: 'L2', qty: '4' },
    ],
    containers: ['BOX'],
  })
  expect(gather([line({ container: 'BOX' })])).toEqual({ containers: ['BOX'] })
  expect(named({ item: 'B', lot: 'L1', serial: '3' })).toEqual({ item: 'B', serial: '3' })
})
