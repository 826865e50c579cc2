// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { asOne, isoOf, periodOf } from './periods'

describe('a period of ISO 8601', () => {
  test('is read in its parts, and nothing else is taken for one', () => {
    expect(periodOf('P2Y')).toEqual({ years: 2 })
    expect(periodOf('P1Y6M')).toEqual({ years: 1, months: 6 })
    expect(periodOf('p90d')).toEqual({ days: 90 })
    expect(periodOf('P')).toBeNull()
    expect(periodOf('2 years')).toBeNull()
    expect(periodOf('PT5H')).toBeNull()
  })

  test('is one number of one part where there is such a number', () => {
    expect(asOne('P1Y6M')).toEqual({ n: 18, part: 'months' })
    expect(asOne('P2W3D')).toEqual({ n: 17, part: 'days' })
    expect(asOne('P1M2D')).toBeNull()
  })

  test('comes back as it was', () => {
    for (const iso of ['P2Y', 'P18M', 'P4W', 'P90D']) {
      const one = asOne(iso)
      expect(one && isoOf(one.n, one.part)).toBe(iso)
    }
  })
})
