// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Puts a Brotli and a gzip form beside each script and style: the server sends them as they are, smaller than it could
// make them while somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

for (const name of readdirSync('dist/assets')) {
  if (/\.(js|css)$/.test(name)) {
    const path = `dist/assets/${name}`
    const content = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
}
