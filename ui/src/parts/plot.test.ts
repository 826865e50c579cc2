// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { ceiling } from './plot'

test.each([
  [0, 4],
  [1, 4],
  [4, 4],
  [6, 8],
  [11, 20],
  [200, 200],
  [201, 400],
  [7741, 8000],
])('the axis over %i ends at %i', (most, end) => {
  expect(ceiling(most)).toBe(end)
})
