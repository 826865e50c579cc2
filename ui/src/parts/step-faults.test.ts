// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { Problem } from '../api/client'
import { faultsOf } from '../masters/faults'
import { ofStep } from './step-faults'

test('a fault in a step stands at the field of its form', () => {
  const error = new Problem({
    title: 'The step cannot be taken',
    status: 422,
    code: 'invalid',
    errors: [
      { pointer: '/step/cage', detail: 'is unknown' },
      { pointer: '/reason', detail: 'is empty' },
    ],
  })
  const fault = faultsOf(ofStep(error))
  expect(fault('/cage')).toBe('is unknown')
  expect(fault('/reason')).toBe('is empty')
})

test('what is no refusal stays what it is', () => {
  const error = new Error('away')
  expect(ofStep(error)).toBe(error)
})
