// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { AWAY_MS, Damper } from './damper'

test('a code that stays in sight is one scan, however long', () => {
  const damper = new Damper()
  const looks = Array.from({ length: 100 }, (_, i) => damper.look('A', true, i * 100))
  expect(looks.filter(look => look === 'scan')).toHaveLength(1)
  expect(looks[0]).toBe('scan')
})

test('it is scanned again after it was away', () => {
  const damper = new Damper()
  damper.look('A', true, 0)
  expect(damper.look('A', true, AWAY_MS - 1)).toBe('already')
  expect(damper.look('A', true, 2 * AWAY_MS - 1)).toBe('scan')
})

test('codes in turns do not disturb each other', () => {
  const damper = new Damper()
  expect(['A', 'B', 'A', 'B', 'C'].map((code, i) => damper.look(code, true, i * 300))).toEqual([
    'scan',
    'scan',
    'already',
    'already',
    'scan',
  ])
})

test('a code that is not sure by itself must be seen twice in a row', () => {
  const damper = new Damper()
  expect(damper.look('A', false, 0)).toBe('perhaps')
  expect(damper.look('B', false, 100)).toBe('perhaps')
  expect(damper.look('A', false, 200)).toBe('scan')
  expect(damper.look('A', false, 300)).toBe('already')
  expect(damper.look('B', false, 1_500)).toBe('perhaps')
})
