// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { baseOf } from './use-long-list'

test('the box of a long list never holds more rows above the reader than browsers can be high', () => {
  expect(baseOf(0)).toBe(0)
  expect(baseOf(100_000)).toBe(0)
  for (let first = 0; first <= 1_000_000; first += 200) {
    const above = first - baseOf(first)
    expect(above).toBeGreaterThanOrEqual(0)
    expect(above).toBeLessThan(150_000)
  }
})
