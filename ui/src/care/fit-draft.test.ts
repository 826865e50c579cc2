// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { bodyOf, draftOf, isAskable, wordsOf } from './fit-draft'
import type { FitRule } from './fit-model'

const RULE: FitRule = {
  code: 'F1',
  name: 'Charger',
  active: true,
  version: 3,
  subject: {
    item: 'S1',
    revisions: ['A', 'B'],
    serials: [{ from: 'ES1', to: 'ES9' }],
    versions: [{ name: 'firmware', from: '2.10' }],
    has: [{ item: 'BOARD', revisions: ['B'], position: 'main' }],
  },
  relation: 'fits',
  object: { item: 'CHG' },
  validFrom: '2026-01-01',
  enforce: { install: 'refuse', ship: 'none' },
  findings: [],
}

test('what was kept is sent again as it was', () => {
  const { findings, ...kept } = RULE
  expect(JSON.parse(JSON.stringify(bodyOf(draftOf(RULE), 3)))).toEqual(kept)
})

test('what was left blank is not sent, and one number is a range of itself', () => {
  const draft = draftOf(null)
  expect(isAskable(draft)).toBe(false)
  const body = bodyOf({
    ...draft,
    code: ' F2 ',
    subject: { ...draft.subject, item: 'S1', serials: [{ key: '1', from: 'ES5', to: ' ' }] },
    object: { ...draft.object, item: 'CHG' },
  })
  expect(JSON.parse(JSON.stringify(body))).toEqual({
    code: 'F2',
    active: true,
    relation: 'fits',
    subject: { item: 'S1', serials: [{ from: 'ES5', to: 'ES5' }] },
    object: { item: 'CHG' },
    enforce: { install: 'none', ship: 'none' },
  })
})

test('what replaces another forbids nothing', () => {
  expect(bodyOf({ ...draftOf(RULE), relation: 'replacedBy' }).enforce).toBeUndefined()
})

test('words stand between commas', () => {
  expect(wordsOf(' A, B;C\n D ,')).toEqual(['A', 'B', 'C', 'D'])
  expect(wordsOf(' , ')).toBeUndefined()
})
