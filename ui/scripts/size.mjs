// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a first visit loads, compressed as the server sends it: the page, its script, everything that is imported
// statically from there, the overview, the language and the styles. Fails above the limit of 250 kB. The typefaces in
// Latin letters come beside it, and the page does not wait for them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

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
  // Typefaces are compressed in themselves.
  const size = file.endsWith('.woff2')
    ? readFileSync(`dist/${file}`).length
    : brotliCompressSync(readFileSync(`dist/${file}`)).length
  total += size
  return `${String(size).padStart(9)}  ${file}`
})
process.stdout.write(`${rows.join('\n')}\n${String(total).padStart(9)}  first load, compressed (limit ${LIMIT})\n`)
const faces = readdirSync('dist/assets')
  .filter(name => /^(inter-latin-wght|ibm-plex-mono-latin-500)-normal.*\.woff2$/.test(name))
  .reduce((sum, name) => sum + statSync(`dist/assets/${name}`).size, 0)
process.stdout.write(`${String(faces).padStart(9)}  typefaces beside it\n`)
if (total > LIMIT) {
  process.stderr.write('The first load is above its limit.\n')
  process.exit(1)
}
