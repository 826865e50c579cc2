// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Draws the symbols that the settings print, as rows of dark and light: `npm run symbols`. They change as seldom as
// their texts, and are kept beside them; a test reads them.
import { readFileSync, writeFileSync } from 'node:fs'
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer'
import { PRINTED, type Printed } from '../src/scan/test-texts'

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/writer/zxing_writer.wasm').buffer as ArrayBuffer,
  },
})

/** An element string as the writer takes it: identifiers in brackets, which no data may have. */
function bracketed(text: string): string {
  return text
    .split('\u001d')
    .map(element => `[${element.slice(0, 2)}]${element.slice(2)}`)
    .join('')
}

async function rowsOf({ format, gs1, text }: Printed): Promise<string[]> {
  const options = [gs1 && 'gs1', format === 'DataMatrix' && 'forceSquare'].filter(Boolean).join(',')
  const wanted: WriterOptions = { format, options, scale: 1 }
  const { error, symbol } = await writeBarcode(gs1 ? bracketed(text) : text, wanted)
  if (error !== '' || symbol.width === 0) {
    throw new Error(`${text}: ${error}`)
  }
  // Bars are alike from top to bottom.
  const height = format === 'Code128' ? 1 : symbol.height
  return Array.from({ length: height }, (_, y) =>
    Array.from(symbol.data.slice(y * symbol.width, (y + 1) * symbol.width), value => (value === 0 ? '1' : '0')).join(
      '',
    ),
  )
}

const drawn: Record<string, string[]> = {}
for (const printed of PRINTED) {
  drawn[printed.name] = await rowsOf(printed)
}
writeFileSync('src/scan/symbols.json', `${JSON.stringify(drawn, null, 2)}\n`)
