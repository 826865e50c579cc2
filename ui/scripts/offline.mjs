// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes the service worker of this build: which files the screens need without a network, and their version.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Letters that only a few names need come when they are needed. */
const isKept = name => /\.(js|css|wasm)$/.test(name) || /latin-(wght|500)-normal.*\.woff2$/.test(name)

// The rooms of the screens are those that the program knows.
const app = readFileSync('src/shell/app.tsx', 'utf8')
const rooms = /const ROOMS = {([\s\S]*?)\n}/.exec(app)?.[1] ?? ''
const names = [...rooms.matchAll(/^ {2}(?:'(\w*)'|(\w+))[:,]/gm)].map(match => match[1] ?? match[2])
if (names.length < 10) {
  process.stderr.write('The rooms of the screens were not found in src/shell/app.tsx.\n')
  process.exit(1)
}
const assets = readdirSync('dist/assets').filter(isKept).sort()
const files = ['/', '/icon.svg', '/manifest.webmanifest', ...assets.map(name => `/assets/${name}`)]
const version = createHash('sha256')
  .update(readFileSync('dist/index.html'))
  .update(files.join('\n'))
  .digest('hex')
  .slice(0, 16)
writeFileSync(
  'dist/sw.js',
  readFileSync('scripts/service-worker.js', 'utf8')
    .replace('__VERSION__', version)
    .replace('__FILES__', JSON.stringify(files))
    .replace('__ROOMS__', JSON.stringify(names)),
)
