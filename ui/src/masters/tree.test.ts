// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Place } from './model'
import { treeRows } from './tree'

const place = (code: string, parent?: string): Place => ({
  code,
  parent,
  kind: 'bin',
  name: code,
  attributes: {},
  active: true,
  version: 1,
})

const places = [place('A'), place('A-1', 'A'), place('A-1-1', 'A-1'), place('A-2', 'A'), place('B'), place('C', 'GONE')]

test('what is below an open place stands behind it', () => {
  const rows = treeRows(places, () => true)
  expect(rows.map(row => `${'.'.repeat(row.depth)}${row.place.code}`)).toEqual([
    'A',
    '.A-1',
    '..A-1-1',
    '.A-2',
    'B',
    'C',
  ])
})

test('what is below a closed place is not seen, but counted', () => {
  const rows = treeRows(places, (_, depth) => depth === 0)
  expect(rows.map(row => row.place.code)).toEqual(['A', 'A-1', 'A-2', 'B', 'C'])
  expect(rows[1]).toMatchObject({ children: 1, open: false })
})
