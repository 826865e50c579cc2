// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { queryOf } from './unit-query'

test('only what a list can be narrowed to is taken from the address', () => {
  expect(queryOf(new URLSearchParams('state=held&item=&cursor=x&below=MAIN'))).toEqual({ state: 'held', below: 'MAIN' })
})
