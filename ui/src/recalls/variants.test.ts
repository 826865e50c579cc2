// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { newSeed } from './seeds'
import { askable, bodyOf, costsOf, type Drafts, draftsOf, nextName } from './variants'

const lot = (number: string) => newSeed('lot', { item: 'MIX', lot: number })

const drafts = (...lots: string[]): Drafts => ({
  variants: lots.map((number, n) => ({ key: number, name: 'ABCD'.charAt(n), seeds: [lot(number)] })),
  costs: [
    { key: '1', name: 'MIX', value: '12,50' },
    { key: '2', name: '', value: '3' },
  ],
  currency: 'EUR',
})

test('a question is asked with what a unit costs', () => {
  expect(bodyOf(drafts('M-1'), { hosts: 'ever' })).toEqual({
    questions: [{ name: 'A', question: { direction: 'forward', hosts: 'ever', seeds: [{ item: 'MIX', lot: 'M-1' }] } }],
    unitCosts: [{ item: 'MIX', cost: '12.50' }],
    currency: 'EUR',
  })
})

test('several are asked beside each other, and without costs no currency', () => {
  const body = bodyOf({ ...drafts('M-1', 'M-2'), costs: [] }, undefined)
  expect(body).toMatchObject({ questions: [{ name: 'A' }, { name: 'B' }] })
  expect(body).not.toHaveProperty('currency')
})

test('costs without an item are left out', () => {
  expect(costsOf(drafts('M-1'))).toHaveLength(1)
})

test('a variant without seeds, or with half a seed, cannot be asked', () => {
  expect(askable(drafts('M-1', 'M-2'))).toBe(true)
  expect(askable({ variants: [{ key: '1', name: 'A', seeds: [] }] })).toBe(false)
  expect(askable({ variants: [{ key: '1', name: 'A', seeds: [lot('M-1'), newSeed('run')] }] })).toBe(false)
})

test('a case begins with the question that it has', () => {
  const begun = draftsOf({ question: { seeds: [{ run: 'MO-1' }] }, unitCosts: { MIX: '2' }, currency: 'CHF' })
  expect(begun.variants[0]?.seeds[0]).toMatchObject({ kind: 'run', fields: { run: 'MO-1' } })
  expect(begun).toMatchObject({ costs: [{ name: 'MIX', value: '2' }], currency: 'CHF' })
  expect(nextName(begun.variants)).toBe('B')
})
