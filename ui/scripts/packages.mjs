// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Installs the packages exactly as the lock file says, unless they stand there already.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`The screens are built with Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}
const mark = 'node_modules/.gozinto-lock'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (status !== 0) {
    process.exit(status ?? 1)
  }
  writeFileSync(mark, lock)
}
