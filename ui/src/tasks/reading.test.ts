// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { LookupAnswer } from '../lookup/meaning'
import { meaningOf } from './reading'

const PACK = { code: 'PACK', name: 'Battery pack', tracking: 'serial', unit: 'EA', decimals: 0 }

beforeEach(() => vi.stubGlobal('fetch', async () => new Response(JSON.stringify(PACK))))
afterEach(() => vi.unstubAllGlobals())

const answer = (found: LookupAnswer['found'], values: Record<string, string> = {}): LookupAnswer => ({
  code: ' 4711 ',
  readings: [{ family: 'text', values, known: found.length > 0, guessed: false, keys: [], said: [], faults: [] }],
  found,
  complete: true,
})

const serial = { match: 'serial', unit: '7', item: 'PACK', serial: '4711' }
const lot = { match: 'lot', unit: '8', item: 'CELL', lot: '4711' }

it('a number that nothing has is a number', async () => {
  expect(await meaningOf(answer([]))).toEqual({ is: 'number', text: '4711' })
})

it('a number of several things is asked about, unless one is of the item at hand', async () => {
  expect(await meaningOf(answer([serial, lot]))).toMatchObject({ is: 'several', found: [serial, lot] })
  expect(await meaningOf(answer([serial, lot]), { item: 'PACK' })).toMatchObject({ is: 'goods', unitId: '7' })
})

it('a code with a serial that is new is not the lot that it names too', async () => {
  const values = { gtin: '09506000134352', lot: '4711', serial: 'NEW', expiry: '2028-01-01' }
  const found = [lot, { match: 'gtin', item: 'PACK' }]
  expect(await meaningOf(answer(found, values))).toMatchObject({
    is: 'goods',
    item: { code: 'PACK' },
    lot: '4711',
    serial: 'NEW',
    expiry: '2028-01-01',
  })
})

it('a container that nobody packed yet is a container', async () => {
  expect(await meaningOf(answer([], { sscc: '395060000000000015' }))).toEqual({
    is: 'container',
    container: '395060000000000015',
  })
})

it('the lot of a label without a GTIN is taken too', async () => {
  const hibc = answer([{ match: 'hibc', item: 'PACK' }], { lot: 'L7', expiry: '2028-01-31' })
  expect(await meaningOf(hibc)).toMatchObject({ is: 'goods', item: { code: 'PACK' }, lot: 'L7', expiry: '2028-01-31' })
})

it('symbols that cannot be of one thing are taken for nothing', async () => {
  const conflicts = [{ code: 'lot', detail: 'one symbol says L1, another L2', first: 0, second: 1 }]
  const together = { values: {}, known: true, guessed: false, keys: [], said: [], faults: [], conflicts }
  expect(await meaningOf({ ...answer([serial]), together })).toEqual({
    is: 'conflict',
    detail: 'one symbol says L1, another L2',
  })
})
