// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a first visit loads, compressed: the page, its script, everything that is imported statically from there,
// and the styles and typefaces in Latin letters. Fails above the limit of 250 kB.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 250_000
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const files = new Set(['index.html'])

function add(name) {
  const chunk = manifest[name]
  if (files.has(chunk.file)) {
    return
  }
  files.add(chunk.file)
  for (const style of chunk.css ?? []) {
    files.add(style)
  }
  for (const imported of chunk.imports ?? []) {
    add(imported)
  }
}

const [entry] = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)
add(entry)
// The page that opens first and the language are loaded at once too.
for (const name of Object.keys(manifest)) {
  if (name.endsWith('src/i18n/languages/en.ts') || name.endsWith('src/overview/page.tsx')) {
    add(name)
  }
}

let total = 0
const rows = [...files].map(file => {
  const size = gzipSync(readFileSync(`dist/${file}`)).length
  total += size
  return `${String(size).padStart(9)}  ${file}`
})
process.stdout.write(`${rows.join('\n')}\n${String(total).padStart(9)}  first load, compressed (limit ${LIMIT})\n`)
if (total > LIMIT) {
  process.stderr.write('The first load is above its limit.\n')
  process.exit(1)
}
