// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { consigneeFilter, pathOf, tabOf, withParams } from './addresses'
import { TABS } from './stages'

test.each(TABS)('the tab %s stands in the address', tab => {
  const word = pathOf('R-2026-001', tab).split('/')[3]
  expect(tabOf(word)).toBe(tab)
})

test('an address that names no tab leads nowhere', () => {
  expect(tabOf('else')).toBeNull()
  expect(tabOf('overview')).toBeNull()
})

test('a filter is read from the address that it was written to', () => {
  const params = withParams(new URLSearchParams(), { state: 'told', consignee: 'DEALER/North & Co' })
  expect(consigneeFilter(new URLSearchParams(params.toString()))).toEqual({
    state: 'told',
    consignee: 'DEALER/North & Co',
  })
})

test('an unknown state narrows nothing', () => {
  expect(consigneeFilter(new URLSearchParams('state=gone')).state).toBeUndefined()
})

test('what is not said is dropped, and all else stays', () => {
  expect(withParams(new URLSearchParams('state=told&consignee=A'), { consignee: undefined }).toString()).toBe(
    'state=told',
  )
})
