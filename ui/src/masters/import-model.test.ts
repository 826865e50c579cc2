// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { isDocument } from './import-model'

test.each([
  ['events.json', 'application/json', ' {"type":"EPCISDocument"}', true],
  ['events.xml', '', '\ufeff<?xml version="1.0"?>', true],
  ['items.csv', 'text/csv', '{code},name', false],
  ['items.txt', 'text/plain', 'code,name', false],
  ['items.xlsx', '', 'PK', false],
])('%s of type "%s" that begins with %s', async (name, type, content, expected) => {
  expect(await isDocument(new File([content], name, { type }))).toBe(expected)
})
