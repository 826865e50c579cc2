// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { isNamed, subjectBody, subjectOf, withScanned } from './subject-fields'

const EMPTY = subjectOf(new URLSearchParams())

test('serials that are scanned one after the other are all there', () => {
  const once = withScanned(EMPTY, { item: 'BIKE', lot: 'L1', serial: 'S1' })
  const twice = withScanned(once, { item: 'BIKE', lot: 'L1', serial: 'S2' })
  expect(subjectBody(twice)).toEqual({ item: 'BIKE', serials: ['S1', 'S2'], qty: undefined })
})

test('a lot that is scanned takes the place of the one before', () => {
  const glue = withScanned({ ...EMPTY, lot: 'G1', qty: '2' }, { item: 'GLUE', lot: 'G2' })
  expect(subjectBody(glue)).toEqual({ item: 'GLUE', lot: 'G2', qty: '2' })
  expect(isNamed(EMPTY)).toBe(false)
})
