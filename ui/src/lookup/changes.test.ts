// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { differences } from './changes'

test('two versions of a record differ in the fields that differ, and not in their number', () => {
  const before = JSON.stringify({ code: 'C', name: 'Cell', roles: ['supplier'], version: 1 })
  const after = JSON.stringify({ code: 'C', name: 'Cell 2', roles: ['supplier'], gtin: '123', version: 2 })
  expect(differences(before, after)).toEqual([
    { field: 'name', from: 'Cell', to: 'Cell 2' },
    { field: 'gtin', from: '', to: '123' },
  ])
})
