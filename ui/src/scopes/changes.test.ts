// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from 'vitest'
import type { Holding, Reached } from '../trace/model'
import { askedAs, causesOf, comparedIn, onlyIn, versionIn } from './changes'
import type { Cause, Diff } from './model'

const at = (place: string, qty: string): Holding => ({ place, kind: 'bin', qty, within: [] })

const unit = (...holdings: Holding[]): Reached => ({
  unit: '7',
  precision: 'lot',
  since: 'unknown',
  relation: 'seed',
  holdings,
  containers: [],
})

const cause = (seq: number): Cause => ({
  seq,
  id: String(seq),
  type: 'move',
  kind: 'new',
  occurredAt: '2026-03-01',
  recordedAt: '2026-03-01T10:00:00Z',
  actor: 'anna',
})

test('the question of a scope is a trace, whatever it was first known from', () => {
  const question = askedAs({ direction: 'backward', item: 'C', lot: 'X9', amounts: true, knownAt: '17' })
  expect(question).toEqual({ direction: 'backward', seed: { item: 'C', lot: 'X9' }, policy: { amounts: 'true' } })
  expect(askedAs({ lot: 'X9', amounts: false }).policy).toEqual({})
})

test('what is the same before and after is not told twice', () => {
  const before = unit(at('A', '60'), at('B', '40'))
  const after = unit(at('A', '57'), at('B', '40'))
  expect(onlyIn(before, after).holdings).toEqual([at('A', '60')])
  expect(onlyIn(after, before).holdings).toEqual([at('A', '57')])
})

test('an entry that two pages name is told once', () => {
  const page = (...seqs: number[]) => ({ entries: seqs.map(cause) }) as unknown as Diff
  expect(causesOf([page(9, 4), page(4, 6)]).map(({ seq }) => seq)).toEqual([4, 6, 9])
})

test('an address compares the last two versions unless it says others', () => {
  expect(comparedIn(new URLSearchParams(), 5)).toEqual({ from: 4, to: 5 })
  expect(comparedIn(new URLSearchParams('to=3'), 5)).toEqual({ from: 2, to: 3 })
  expect(comparedIn(new URLSearchParams('from=1&to=5'), 5)).toEqual({ from: 1, to: 5 })
})

test('what is no version is none', () => {
  expect(versionIn(new URLSearchParams('version=2'), 'version')).toBe(2)
  expect(versionIn(new URLSearchParams('version=-1'), 'version')).toBeNull()
  expect(versionIn(new URLSearchParams('version=two'), 'version')).toBeNull()
})
