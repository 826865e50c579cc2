// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { QUANTITY_STATES, type ReconciledItem } from './model'
import { addsUp, lineOf, partsOf, percent, spanOf } from './sums'

const NOTHING = Object.fromEntries(
  [...QUANTITY_STATES, 'pulled'].map(state => [state, '0']),
) as ReconciledItem['states']

const states = (some: Partial<ReconciledItem['states']>) => ({ states: { ...NOTHING, ...some } })

test('a bar has the states that have a quantity, in one order', () => {
  const parts = partsOf(states({ open: '25', stock: '75.0' }))
  expect(parts.map(part => part.state)).toEqual(['stock', 'open'])
  expect(parts.map(part => part.share)).toEqual([0.75, 0.25])
})

test('what is pulled is a part of the stock and is not counted beside it', () => {
  expect(partsOf(states({ stock: '10', pulled: '10' }))).toHaveLength(1)
})

test('an item of which nothing is in scope has no bar', () => {
  expect(partsOf(states({}))).toEqual([])
})

test('the states add up digit by digit', () => {
  expect(addsUp({ ...states({ stock: '0.1', open: '0.2' }), inScope: '0.3' })).toBe(true)
  expect(addsUp({ ...states({ stock: '0.1', open: '0.2' }), inScope: '0.30001' })).toBe(false)
})

test('a share is not whole before all of it is', () => {
  expect(percent('0.999')).toBe(99)
  expect(percent('1')).toBe(100)
  expect(percent(undefined)).toBeUndefined()
})

test('seconds are hours and minutes', () => {
  expect(spanOf(59)).toEqual({ hours: 0, minutes: 1 })
  expect(spanOf(7_260)).toEqual({ hours: 2, minutes: 1 })
})

test('a curve spans its time', () => {
  const curve = [
    { at: '2026-03-01T00:00:00Z', answered: '0', accounted: '0.5' },
    { at: '2026-03-02T00:00:00Z', answered: '0.5', accounted: '0.75' },
    { at: '2026-03-05T00:00:00Z', answered: '1', accounted: '1' },
  ]
  expect(lineOf(curve, 'answered')).toEqual([
    { x: 0, y: 0 },
    { x: 0.25, y: 0.5 },
    { x: 1, y: 1 },
  ])
  expect(lineOf(curve.slice(0, 1), 'accounted')).toEqual([{ x: 1, y: 0.5 }])
})
