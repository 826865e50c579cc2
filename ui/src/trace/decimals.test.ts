// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { isZero, perItem, sum } from './decimals'

describe('sums of quantities', () => {
  it('are exact where floating point is not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3')
    expect(sum(['9007199254740993', '0.001'])).toBe('9007199254740993.001')
  })

  it('keep the finest scale and the sign', () => {
    expect(sum(['3', '1.250', '-4.3'])).toBe('-0.050')
    expect(sum([])).toBe('0')
  })

  it('are made for each item, and nothing is left out but nothing', () => {
    const rows = [
      { item: 'A', qty: '1.5' },
      { item: 'B', qty: '0.0' },
      { item: 'A', qty: '2' },
    ]
    expect(perItem(rows, row => row.qty)).toEqual([{ item: 'A', qty: '3.5' }])
  })

  it('tell zero from something', () => {
    expect(isZero('0.000')).toBe(true)
    expect(isZero('-0.001')).toBe(false)
  })
})
