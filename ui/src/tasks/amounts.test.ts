// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { atLeast, countOf, covers, isQuantity, minus, plus, rangeOf, typedQuantity } from './amounts'

describe('quantities', () => {
  it('are added digit by digit', () => {
    expect(plus('0.1', '0.2')).toBe('0.3')
    expect(plus('999999999999999.999', '0.001')).toBe('1000000000000000')
    expect(plus('1.50', '2.5')).toBe('4')
    expect(minus('800', '1000')).toBe('-200')
    expect(minus('0', '0.5')).toBe('-0.5')
    expect(atLeast('10', '9.999')).toBe(true)
  })

  it('are taken with a comma and with spaces', () => {
    expect(typedQuantity(' 1 000,5 ')).toBe('1000.5')
    expect(isQuantity('1000.5')).toBe(true)
    expect(['', '-1', '1.', '.5', '1e3', '1,5'].filter(isQuantity)).toEqual([])
  })
})

describe('a range', () => {
  it('counts all its numbers', () => {
    expect(countOf('SN0001-SN0500')).toBe(500)
    expect(countOf('SN0001+20')).toBe(20)
    expect(countOf('A1,A2,B10-B19')).toBe(12)
    expect(countOf('B36-0001-B36-0040')).toBe(40)
    expect(countOf('99-101')).toBe(3)
  })

  it('is not every number with a hyphen', () => {
    expect(['bilou-87', 'B36-0001', 'SN0500-SN0001', 'A1-B2', 'X'].filter(text => rangeOf(text) !== null)).toEqual([])
  })

  it('covers its numbers and no others', () => {
    expect(covers('SN0001-SN0500', 'SN0250')).toBe(true)
    expect(['SN0000', 'SN0501', 'SN250', 'XN0250', 'SN0250X'].filter(n => covers('SN0001-SN0500', n))).toEqual([])
    expect(covers('A1,A2', 'A2')).toBe(true)
  })
})
