// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import type { DraftLine } from './draft'
import { jobOfTask } from './printing'

const line = (said: Partial<DraftLine>): DraftLine => ({ key: '1', code: '', verdict: { is: 'good' }, ...said })

describe('labels for what was recorded', () => {
  test('are one for each piece of a range', () => {
    const lines = [line({ item: 'BAT', lot: 'L1', serials: 'S098-S101' }), line({ item: 'BAT', serial: 'X' })]
    expect(jobOfTask('receive', { lines, head: {} })?.labels).toEqual([
      { item: 'BAT', lot: 'L1', serial: 'S098' },
      { item: 'BAT', lot: 'L1', serial: 'S099' },
      { item: 'BAT', lot: 'L1', serial: 'S100' },
      { item: 'BAT', lot: 'L1', serial: 'S101' },
      { item: 'BAT', serial: 'X' },
    ])
  })

  test('let the quantity of a single lot be changed: it may be in several boxes', () => {
    const job = jobOfTask('receive', { lines: [line({ item: 'C', lot: 'L1', unit: 'EA', qty: '40' })], head: {} })
    expect(job?.labels).toEqual([{ item: 'C', lot: 'L1', qty: '40' }])
    expect(job?.fields).toEqual(['qty', 'expiry'])
  })

  test('are of what was made, not of what went in', () => {
    const lines = [line({ item: 'C', lot: 'L1', side: 'in' }), line({ item: 'BAT', serial: 'S1', side: 'out' })]
    expect(jobOfTask('make', { lines, head: {} })?.labels).toEqual([{ item: 'BAT', serial: 'S1' }])
  })

  test('are one for a container, and none where nothing has a number', () => {
    expect(jobOfTask('pack', { lines: [], head: { container: 'PAL-1' } })?.labels).toEqual([{ container: 'PAL-1' }])
    expect(jobOfTask('receive', { lines: [line({ item: 'GLUE', qty: '3' })], head: {} })).toBeNull()
    expect(jobOfTask('ship', { lines: [line({ item: 'BAT', serial: 'S1' })], head: {} })).toBeNull()
  })

  test('are not made in a task when there are too many of them', () => {
    const lines = [line({ item: 'BAT', serials: 'S00001-S20000' })]
    expect(jobOfTask('receive', { lines, head: {} })).toBeNull()
  })
})
