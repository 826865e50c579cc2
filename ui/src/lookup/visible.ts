// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Shows the characters that have no glyph, such as the separators that scanners send between elements, by their signs. */
export function visible(value: string): string {
  return [...value]
    .map(character => {
      const point = character.codePointAt(0) ?? 0
      return point < 0x20 ? String.fromCodePoint(0x2400 + point) : point === 0x7f ? '␡' : character
    })
    .join('')
}

/** A code around the character that something is said of; `at` is empty behind the end of the code. */
export type Marked = { before: string; at: string; after: string }

/** How much of a long code is shown on each side of the mark. */
const AROUND = 40

export function marked(code: string, position: number): Marked {
  const from = Math.max(0, position - AROUND)
  const to = position + 1 + AROUND
  return {
    before: (from > 0 ? '…' : '') + visible(code.slice(from, position)),
    at: visible(code.slice(position, position + 1)),
    after: visible(code.slice(position + 1, to)) + (to < code.length ? '…' : ''),
  }
}
