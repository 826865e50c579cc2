// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { difference, rebased, stepsOf } from './changes'

const made = { code: 'B', name: 'Pack', units: [], attributes: { colour: 'red' }, active: true, version: 1 }

test('the first step is the making, and the latest comes first', () => {
  const steps = stepsOf([
    { version: 1, atUs: 1_795_356_517_001_735, actor: 'anna', body: JSON.stringify(made) },
    { version: 2, atUs: 1_795_356_518_000_000, actor: 'quinn', body: JSON.stringify({ ...made, name: 'Battery' }) },
  ])
  expect(steps.map(step => step.version)).toEqual([2, 1])
  expect(steps[0]).toEqual({
    version: 2,
    at: '2026-11-22T14:08:38.000Z',
    actor: 'quinn',
    changes: [{ field: 'name', before: 'Pack', after: 'Battery' }],
  })
  expect(steps[1]?.changes.map(change => change.field)).toEqual(['code', 'name', 'attributes.colour', 'active'])
})

test('each attribute changes for itself', () => {
  const after = { ...made, attributes: { size: 'L' } }
  expect(difference(made, after)).toEqual([
    { field: 'attributes.colour', before: 'red', after: undefined },
    { field: 'attributes.size', before: undefined, after: 'L' },
  ])
})

test('an empty list and none at all are the same', () => {
  expect(difference({ units: [] }, {})).toEqual([])
})

test('my changes stay mine, the rest is as the other made it', () => {
  const base = { name: 'Pack', gtin: '', units: [{ unit: 'BOX', factor: '12' }] }
  const mine = { ...base, name: 'Battery' }
  const theirs = { name: 'Pack 36 V', gtin: '09506000134352', units: [] }
  expect(rebased(base, mine, theirs)).toEqual({ name: 'Battery', gtin: '09506000134352', units: [] })
})
