// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Puts a Brotli form beside each script, style and program of the decoder: the server sends it as it is, smaller than it could make it while
// somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

for (const name of readdirSync('dist/assets')) {
  if (/\.(js|css|wasm)$/.test(name)) {
    const path = `dist/assets/${name}`
    const content = readFileSync(path)
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
}
