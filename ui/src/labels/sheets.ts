// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

const CUT_MM = 0.5

type Grid = { columns: number; rows: number }

/** What becomes of a place on the first sheet: it is used already, gets a label, or stays empty. */
export type Cell = { position: number; state: 'used' | 'filled' | 'empty' }

const placesOn = ({ columns, rows }: Grid) => columns * rows

/** The places of the first sheet when so many labels begin at `start`, which counts from 1. */
export function cellsOf(grid: Grid, start: number, labels: number): Cell[] {
  return Array.from({ length: placesOn(grid) }, (_, i) => {
    const position = i + 1
    const state = position < start ? 'used' : position < start + labels ? 'filled' : 'empty'
    return { position, state }
  })
}

export function sheetsNeeded(grid: Grid, start: number, labels: number): number {
  return Math.max(1, Math.ceil((start - 1 + labels) / placesOn(grid)))
}

/** How many labels are on the last sheet. */
export function lastPageOf(grid: Grid, start: number, labels: number): number {
  const taken = start - 1 + labels
  const full = sheetsNeeded(grid, start, labels) - 1
  return full === 0 ? labels : taken - full * placesOn(grid)
}

/** Where the next labels begin on the sheet that is left over. */
export function nextStart(grid: Grid, start: number, labels: number): number {
  return ((start - 1 + labels) % placesOn(grid)) + 1
}

/** Whether a label lies within a field of the sheet; the server allows half a millimetre for cutting. */
export function holds(
  sheet: { labelWidthMm: number; labelHeightMm: number },
  label: { widthMm: number; heightMm: number },
): boolean {
  return label.widthMm <= sheet.labelWidthMm + CUT_MM && label.heightMm <= sheet.labelHeightMm + CUT_MM
}

/** A start that the sheet has. */
export function within(grid: Grid, start: number): number {
  return Number.isInteger(start) && start >= 1 && start <= placesOn(grid) ? start : 1
}
