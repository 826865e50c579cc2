// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { spanOf } from './times'

test('a moment lies where its share of the time is', () => {
  const span = spanOf(['2026-03-01T10:00:00Z', '2026-03-01T08:00:00Z', '2026-03-01T12:00:00Z'])
  expect(span).toMatchObject({ from: '2026-03-01T08:00:00Z', to: '2026-03-01T12:00:00Z' })
  expect(span?.share('2026-03-01T09:00:00Z')).toBe(0.25)
  expect(span?.share('2026-02-01T09:00:00Z')).toBe(0)
})

test('no moment, no span; one moment is at its beginning', () => {
  expect(spanOf([])).toBeNull()
  expect(spanOf(['2026-03-01T10:00:00Z'])?.share('2026-03-01T10:00:00Z')).toBe(0)
})
