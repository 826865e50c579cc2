// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export type Reading = { serial?: string; n?: number; value: string }

/**
 * Readings as they are typed: numbers, or `serial=number`, separated by spaces or lines. Those without a serial are
 * numbered on from those that are there.
 */
export function readingsOf(text: string, before: number): Reading[] {
  let n = before
  return text
    .split(/[\s;]+/)
    .filter(Boolean)
    .map(word => {
      const at = word.lastIndexOf('=')
      const value = word.slice(at + 1).replace(',', '.')
      if (at > 0) {
        return { serial: word.slice(0, at), value }
      }
      n += 1
      return { n, value }
    })
}
