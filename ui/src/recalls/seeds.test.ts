// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Seed } from './model'
import {
  draftOf,
  isWhole,
  kindOf,
  newSeed,
  numbersOf,
  pointerOf,
  questionOf,
  SEED_KINDS,
  seedOf,
  seedsOf,
} from './seeds'

const SEEDS: Record<(typeof SEED_KINDS)[number], Seed> = {
  lot: { item: 'MIX', lot: 'M-1', issuer: 'ACME' },
  serial: { item: 'CAR', serial: 'V1' },
  lots: { item: 'MIX', lots: { from: 'M-1', to: 'M-9' } },
  serials: { item: 'CAR', serials: { from: 'V1', to: 'V500' }, place: 'A-01' },
  supplierLot: { supplierLot: 'X9', item: 'RESIN', partner: 'ACME' },
  run: { run: 'MO-1', from: '2026-03-01', to: '2026-03-02' },
  vessel: { vessel: 'T-1', from: '2026-03-01T06:00:00Z' },
  made: { item: 'MIX', made: { from: '2026-03-01' } },
  received: { item: 'RESIN', received: { to: '2026-03-01', partner: 'ACME' }, document: 'PO-7' },
  attribute: {
    item: 'MIX',
    attribute: [
      { name: 'line', value: '2' },
      { name: 'colour', value: 'red' },
    ],
  },
  container: { container: '00340123450000000017' },
}

test.each(SEED_KINDS)('a seed by %s is the same after it was written on', kind => {
  const draft = draftOf(SEEDS[kind])
  expect(draft.kind).toBe(kind)
  expect(seedOf(draft)).toEqual(SEEDS[kind])
  expect(isWhole(draft)).toBe(true)
  expect(isWhole(newSeed(kind))).toBe(false)
})

test('what is empty or belongs to another kind is not sent', () => {
  const draft = newSeed('run', { run: ' MO-1 ', lot: 'M-1', place: '  ' })
  expect(seedOf(draft)).toEqual({ run: 'MO-1' })
})

test('a serial that names its lot is a serial', () => {
  expect(kindOf({ item: 'CAR', serial: 'V1', lot: 'L1' })).toBe('serial')
})

test('a question with one seed beside its members has that seed', () => {
  expect(seedsOf({ direction: 'forward', item: 'MIX', lot: 'M-1', amounts: true })).toEqual([
    { item: 'MIX', lot: 'M-1' },
  ])
  expect(seedsOf({ direction: 'forward' })).toEqual([])
  expect(seedsOf(undefined)).toEqual([])
})

test('a question about other seeds is followed as before', () => {
  const asked = questionOf([newSeed('run', { run: 'MO-2' })], { item: 'MIX', lot: 'M-1', hosts: 'ever', amounts: true })
  expect(asked).toEqual({ direction: 'forward', hosts: 'ever', amounts: true, seeds: [{ run: 'MO-2' }] })
})

test('a fault of the server is found at its field', () => {
  expect(pointerOf(2, 'firstSerial')).toBe('/question/seeds/2/serials/from')
})

test('a seed in words says all of its numbers', () => {
  expect(numbersOf(SEEDS.received)).toEqual(['RESIN', 'ACME', '… – 2026-03-01', 'PO-7'])
  expect(numbersOf(SEEDS.serials)).toEqual(['CAR', 'V1 – V500', 'A-01'])
})
