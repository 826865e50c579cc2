// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Holds theme/mantine.css against the build: the styles of every Mantine component that is in it must be there, and
 * no others. Taking all styles would double what a first visit loads.
 */
export function usedStyles(): Plugin {
  return {
    name: 'gozinto-used-styles',
    apply: 'build',
    generateBundle(_, bundle) {
      const sheet = readFileSync('src/theme/mantine.css', 'utf8')
      const listed = new Set([...sheet.matchAll(/styles\/([A-Z]\w+)\.css/g)].map(match => match[1] ?? ''))
      const used = new Set<string>()
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') {
          for (const id of Object.keys(chunk.modules)) {
            const name = /@mantine\/core\/esm\/(?:components|utils)\/.*\/(\w+)\.module\.(?:css\.)?mjs$/.exec(id)?.[1]
            if (name !== undefined && (chunk.modules[id]?.renderedLength ?? 0) > 0) {
              used.add(name)
            }
          }
        }
      }
      const missing = [...used].filter(name => !listed.has(name)).sort()
      const idle = [...listed].filter(name => !used.has(name)).sort()
      if (used.size === 0 || missing.length > 0 || idle.length > 0) {
        this.error(`theme/mantine.css: missing ${missing.join(', ') || 'none'}; not used ${idle.join(', ') || 'none'}`)
      }
    },
  }
}
