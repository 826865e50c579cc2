// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { Problem } from '../api/client'
import { faultsOf, restOf } from './faults'

const refusal = new Problem({
  title: 'Some fields are wrong',
  status: 422,
  code: 'invalid',
  errors: [
    { pointer: '/units/0/factor', detail: 'is not a factor', expected: 'a decimal text above 0' },
    { pointer: '/colour', detail: 'is unknown' },
  ],
})

test('a fault stands at its field', () => {
  const at = faultsOf(refusal)
  expect(at('/units/0/factor')).toBe('is not a factor · a decimal text above 0')
  expect(at('/units/1/factor')).toBeUndefined()
})

test('what has no field stays in the notice', () => {
  const rest = restOf(refusal, /^\/units\/\d+\/(unit|factor)$/) as Problem
  expect(rest.body.errors?.map(e => e.pointer)).toEqual(['/colour'])
  expect(rest.body.title).toBe('Some fields are wrong')
})

test('a notice says nothing of a field that stands at the field already', () => {
  const rest = restOf(
    new Problem({
      title: 'Some fields are wrong',
      status: 422,
      code: 'invalid',
      detail: 'The item cannot be kept: /gtin is not a GTIN.',
      errors: [{ pointer: '/gtin', detail: 'is not a GTIN' }],
    }),
    /^\/gtin$/,
  ) as Problem
  expect(rest.body.detail).toBeUndefined()
  expect(rest.body.title).toBe('Some fields are wrong')
})
