// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from 'vitest'
import { magnitude, placeKindOf, sides } from './balance'
import type { BalanceLine } from './model'

const line = (kind: BalanceLine['kind'], qty: string): BalanceLine => ({ kind, place: 'P', within: [], qty })

test('a balance has what came in on one side and what became of it on the other', () => {
  const { came, became } = sides([
    line('received', '100'),
    line('found', '1'),
    line('onHand', '41'),
    line('left', '60'),
  ])
  expect(came.map(({ kind }) => kind)).toEqual(['received', 'found'])
  expect(became.map(({ kind }) => kind)).toEqual(['onHand', 'left'])
})

test('a line tells what kind of place it is about, where it can', () => {
  expect(placeKindOf('consumed')).toBe('run')
  expect(placeKindOf('atPartner')).toBe('partner')
  expect(placeKindOf('scrapped')).toBeUndefined()
})

test('what appeared is told without its sign', () => {
  expect(magnitude('-2.5')).toBe('2.5')
  expect(magnitude('2.5')).toBe('2.5')
})
