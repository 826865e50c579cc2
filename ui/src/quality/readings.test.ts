// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { readingsOf } from './readings'

test('readings are numbered on from those that are there', () => {
  expect(readingsOf('3.61 3,58\n3.60', 4)).toEqual([
    { n: 5, value: '3.61' },
    { n: 6, value: '3.58' },
    { n: 7, value: '3.60' },
  ])
})

test('a reading may name its serial', () => {
  expect(readingsOf('SN-1=36.2 36.3', 0)).toEqual([
    { serial: 'SN-1', value: '36.2' },
    { n: 1, value: '36.3' },
  ])
})
