// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { cellsOf, holds, lastPageOf, nextStart, sheetsNeeded, within } from './sheets'

const GRID = { columns: 3, rows: 8 }

describe('a sheet of labels', () => {
  test('says of each place whether it is used, filled or empty', () => {
    const states = cellsOf(GRID, 3, 2).map(cell => cell.state)
    expect(states.slice(0, 5)).toEqual(['used', 'used', 'filled', 'filled', 'empty'])
    expect(states).toHaveLength(24)
  })

  test('needs another sheet when the first is full', () => {
    expect(sheetsNeeded(GRID, 1, 24)).toBe(1)
    expect(sheetsNeeded(GRID, 2, 24)).toBe(2)
    expect(lastPageOf(GRID, 2, 24)).toBe(1)
    expect(sheetsNeeded(GRID, 5, 100)).toBe(5)
    expect(lastPageOf(GRID, 5, 100)).toBe(8)
    expect(lastPageOf(GRID, 5, 3)).toBe(3)
  })

  test('begins the next time where the last labels ended', () => {
    expect(nextStart(GRID, 5, 3)).toBe(8)
    expect(nextStart(GRID, 24, 1)).toBe(1)
    expect(nextStart(GRID, 1, 48)).toBe(1)
  })

  test('holds labels that are no larger than its fields', () => {
    const sheet = { labelWidthMm: 70, labelHeightMm: 36 }
    expect(holds(sheet, { widthMm: 50, heightMm: 25 })).toBe(true)
    expect(holds(sheet, { widthMm: 70.5, heightMm: 36 })).toBe(true)
    expect(holds(sheet, { widthMm: 100, heightMm: 25 })).toBe(false)
  })

  test('begins at its first place when what was kept is of another sheet', () => {
    expect(within(GRID, 24)).toBe(24)
    expect(within(GRID, 25)).toBe(1)
    expect(within(GRID, Number.NaN)).toBe(1)
  })
})
