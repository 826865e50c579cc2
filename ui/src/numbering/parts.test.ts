// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { fieldsIn, inserted, listed, partsOf } from './parts'

describe('the bar of a block', () => {
  test('is filled by what the numbers are, the furthest first', () => {
    expect(partsOf({ reserved: 50, printed: 25, commissioned: 25, void: 0 })).toEqual([
      { state: 'commissioned', percent: 25 },
      { state: 'printed', percent: 25 },
      { state: 'reserved', percent: 50 },
    ])
  })

  test('shows one number of a million, and is not wider than itself', () => {
    const parts = partsOf({ reserved: 999_998, printed: 1, commissioned: 0, void: 1 })
    expect(parts.find(part => part.state === 'void')?.percent).toBeGreaterThan(0.9)
    expect(parts.reduce((sum, part) => sum + part.percent, 0)).toBeCloseTo(100)
  })

  test('is empty where there is nothing', () => {
    expect(partsOf({ reserved: 0, printed: 0, commissioned: 0, void: 0 })).toEqual([])
  })
})

describe('numbers that are typed', () => {
  test('stand a line each or between commas', () => {
    expect(listed(' A1\r\nA2, A3;A4\n\n')).toEqual(['A1', 'A2', 'A3', 'A4'])
    expect(listed('  ')).toEqual([])
  })
})

describe('a template', () => {
  test('takes a field where the cursor is', () => {
    expect(inserted('L-{n:3}', '{YY}', 2, 2)).toEqual({ text: 'L-{YY}{n:3}', cursor: 6 })
    expect(inserted('L-{n:3}', '{YY}', 0, 7)).toEqual({ text: '{YY}', cursor: 4 })
  })

  test('says which fields it has', () => {
    expect([...fieldsIn('{YY}{DDD}-{line}-{n:3}')]).toEqual(['YY', 'DDD', 'line', 'n'])
  })
})
