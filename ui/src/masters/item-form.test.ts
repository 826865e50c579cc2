// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { ITEM_FORM } from './item-form'
import type { Item } from './model'

const VALVE: Item = {
  code: 'VALVE',
  name: 'Valve',
  tracking: 'lot',
  unit: 'EA',
  decimals: 0,
  units: [],
  codes: [{ scheme: 'gtin', value: '19506000134359', contains: '12' }],
  links: [{ type: 'gs1:pip', href: 'https://example.com/valve?lot={lot}', level: 'lot' }],
  attributes: {},
  active: true,
  version: 3,
}

test('further numbers and links go through the form as they are', () => {
  const body = ITEM_FORM.bodyOf(ITEM_FORM.draftOf(VALVE))
  expect(JSON.parse(JSON.stringify(body))).toMatchObject({ codes: VALVE.codes, links: VALVE.links })
})

test('the inspection that is asked for goes through the form, and is of no item without numbers', () => {
  const draft = ITEM_FORM.draftOf({ ...VALVE, inspection: 'received' })
  expect(ITEM_FORM.bodyOf(draft)).toMatchObject({ inspection: 'received' })
  expect(ITEM_FORM.bodyOf({ ...draft, inspection: '' })).toMatchObject({ inspection: undefined })
  expect(ITEM_FORM.bodyOf({ ...draft, tracking: 'none' })).toMatchObject({ inspection: undefined })
  expect(ITEM_FORM.pointers.test('/inspection')).toBe(true)
})

test('a row that nobody filled in is not sent', () => {
  const draft = ITEM_FORM.draftOf(VALVE)
  const codes = [{ key: 'a', scheme: 'gtin', value: ' ', contains: '' }, ...draft.codes]
  const links = [{ key: 'b', type: 'gs1:pip', href: '', title: '', language: '', level: 'item' }]
  expect(ITEM_FORM.bodyOf({ ...draft, codes, links })).toMatchObject({
    codes: [{ value: '19506000134359' }],
    links: [],
  })
})

test('faults of numbers and links stand at their fields', () => {
  expect(ITEM_FORM.pointers.test('/codes/0/value')).toBe(true)
  expect(ITEM_FORM.pointers.test('/links/2/href')).toBe(true)
  expect(ITEM_FORM.pointers.test('/codes/0')).toBe(false)
})
