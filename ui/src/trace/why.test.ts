// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Act } from '../api/model'
import type { Step } from './model'
import { shortened } from './node-words'
import { wordOf } from './why'

const step = (act: Act, unit: string, place: string, serial?: string): Step => ({
  seq: 1,
  act,
  at: '2026-03-01T10:00:00Z',
  unit: { unit, serial },
  place,
  precision: 'unit',
})

describe('a step of a path', () => {
  it('goes into a run before another unit comes out of it', () => {
    const fed = step('produce', '1', 'MO-1')
    const made = step('produce', '2', 'LINE')
    expect(wordOf(fed, made)).toBe('feed')
    expect(wordOf(made)).toBe('produce')
  })

  it('tells the part that is installed from the host that takes it', () => {
    expect(wordOf(step('install', '1', 'S1 serial 7', 'B9'))).toBe('install')
    expect(wordOf(step('install', '2', 'S1 serial 7', '7'))).toBe('host')
  })
})

describe('a long number in a box', () => {
  it('keeps both of its ends', () => {
    expect(shortened('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 10)).toBe('ABCDEF…XYZ')
    expect(shortened('short', 10)).toBe('short')
  })
})
