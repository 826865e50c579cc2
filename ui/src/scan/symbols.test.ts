// @vitest-environment node
// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { symbolsOf } from './symbol'
import drawn from './symbols.json'
import { BARS, CSET_82, PRINTED } from './test-texts'

const SCALE = 4
const QUIET = 12

beforeAll(() => {
  const wasmBinary = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer as ArrayBuffer
  prepareZXingModule({ overrides: { wasmBinary } })
})

/** The picture of a symbol, white around it; bars are made as high as they are printed. */
function picture(rows: string[]): ImageData {
  const high = rows.length === 1 ? Array.from({ length: 40 }, () => rows[0] ?? '') : rows
  const width = ((high[0]?.length ?? 0) + 2 * QUIET) * SCALE
  const height = (high.length + 2 * QUIET) * SCALE
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dark = high[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET] === '1'
      data.fill(dark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

test.each(PRINTED)('the printed symbol $name says what its text is', async ({ name, identifier, text }) => {
  const rows = (drawn as Record<string, string[]>)[name] ?? []
  const found = symbolsOf(await readBarcodes(picture(rows), { textMode: 'Plain' }))
  expect(found.map(symbol => symbol.code)).toEqual([identifier + text])
})

test('the bars together have every character that an element string may have', () => {
  const all = BARS.map(({ text }) => text).join('')
  expect([...CSET_82].filter(character => !all.includes(character))).toEqual([])
})
