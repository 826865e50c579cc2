// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { partsOfMoment, statedMoment } from './when'

describe('a stated moment', () => {
  it('stays a day without a time', () => {
    expect(statedMoment('2026-03-01', '')).toBe('2026-03-01')
    expect(partsOfMoment('2026-03-01')).toEqual({ day: '2026-03-01', time: '' })
  })

  it('is an instant with a time, and comes back as it was put in', () => {
    const stated = statedMoment('2026-03-01', '10:15:30')
    expect(stated).toMatch(/Z$/)
    expect(partsOfMoment(stated)).toEqual({ day: '2026-03-01', time: '10:15:30' })
  })

  it('is nothing when the day is taken away', () => {
    expect(statedMoment('', '10:15')).toBe('')
    expect(partsOfMoment('')).toEqual({ day: '', time: '' })
  })
})
