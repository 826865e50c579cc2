// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Moved, ShortEntry } from '../api/model'
import { sentences } from './sayings'

function entry(type: ShortEntry['type'], moved: Partial<Moved>[] = []): ShortEntry {
  const row = { qty: '1', units: 1, from: 'A', fromKind: 'bin', to: 'B', toKind: 'bin' }
  return {
    seq: 1,
    id: 'id',
    type,
    occurredAt: '2026-01-01',
    recordedAt: '2026-01-01',
    actor: 'anna',
    hash: '00',
    movementCount: moved.length,
    moved: moved.map(part => ({ ...row, ...part })),
  }
}

const told = (of: ShortEntry) => sentences(of).map(sentence => sentence.saying)

test('what a run takes in is told otherwise than what comes out of it', () => {
  expect(told(entry('produce', [{ toKind: 'run' }, { fromKind: 'run' }]))).toEqual(['fed', 'made'])
})

test('a count tells whether there was more or less, or that it was as expected', () => {
  expect(told(entry('count', [{ toKind: 'adjustment' }]))).toEqual(['countDown'])
  expect(told(entry('count', [{ fromKind: 'adjustment' }]))).toEqual(['countUp'])
  expect(told(entry('count'))).toEqual(['countSame'])
})

test('a void names its entry and then what went back', () => {
  expect(told(entry('void', [{}]))).toEqual(['void', 'backwards'])
  expect(told(entry('void'))).toEqual(['void'])
})

test('a hold moves nothing and is told nevertheless', () => {
  expect(told(entry('hold'))).toEqual(['hold'])
})

test('a container that a pack makes begins there', () => {
  expect(told(entry('pack', [{ fromKind: 'outside' }, {}]))).toEqual(['begun', 'pack'])
})
