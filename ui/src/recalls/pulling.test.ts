// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { PullRow } from './model'
import { countsHere, nextPlace, scanned, tick } from './pulling'

const row = (unit: string, place: string, state: PullRow['state'] = 'open'): PullRow => ({
  unit,
  place,
  state,
  qty: '5',
  within: [],
  arrived: false,
})

const ROWS = [row('1', 'A-01'), row('2', 'A-01', 'done')]
const PLACES = [
  { place: 'A-01', name: 'A-01', open: 1, done: 1 },
  { place: 'B-02', name: 'B-02', open: 2, done: 0 },
]
const RECALL = 'R-2026-001'

const unit = (id: string, recall?: string) => [
  { match: 'lot', unit: id, recalls: recall === undefined ? undefined : [{ recall, title: '', since: '' }] },
]

test('a unit of the bin in front of which one stands is ticked off', () => {
  expect(scanned(ROWS, PLACES, unit('1', RECALL), RECALL)).toEqual({ is: 'row', row: ROWS[0] })
})

test('what is done is not counted again', () => {
  expect(scanned(ROWS, PLACES, unit('2', RECALL), RECALL)).toEqual({ is: 'again', row: ROWS[1] })
})

test('what is in the recall and by the list not here is said to be so', () => {
  expect(scanned(ROWS, PLACES, unit('3', RECALL), RECALL).is).toBe('elsewhere')
})

test('what is in no recall, or in another, is wrong', () => {
  expect(scanned(ROWS, PLACES, unit('9'), RECALL).is).toBe('other')
  expect(scanned(ROWS, PLACES, unit('9', 'R-2026-002'), RECALL).is).toBe('other')
})

test('what only looks alike is not taken for the same', () => {
  expect(scanned(ROWS, PLACES, [{ match: 'lot', unit: '1', near: true }], RECALL).is).toBe('unknown')
})

test('the label of another bin leads there', () => {
  const label = [{ match: 'place', place: 'B-02' }]
  expect(scanned(ROWS, PLACES, label, RECALL)).toEqual({ is: 'place', place: 'B-02' })
})

test('after a bin comes the next one with something in it', () => {
  expect(nextPlace(PLACES, 'A-01')).toBe('B-02')
  expect(nextPlace(PLACES, 'B-02')).toBe('A-01')
  expect(nextPlace(PLACES.slice(0, 1), 'A-01')).toBeNull()
})

test('what is missing says no quantity', () => {
  expect(tick(row('1', 'A-01'))).toEqual({ unit: '1', place: 'A-01', qty: '5' })
  expect(tick(row('1', 'A-01'), true)).toEqual({ unit: '1', place: 'A-01', missing: true })
})

test('a bin of which only a part was read is counted as a whole', () => {
  const large = [{ place: 'A-01', name: 'A-01', open: 2_000, done: 1 }]
  const ticked = ROWS.map(one => ({ ...one, state: 'done' as const }))
  expect(countsHere(large, 'A-01', ROWS, ROWS)).toEqual({ all: 2_001, done: 1 })
  expect(countsHere(large, 'A-01', ROWS, ticked)).toEqual({ all: 2_001, done: 2 })
  expect(countsHere([], 'A-01', [], [])).toEqual({ all: 0, done: 0 })
})
