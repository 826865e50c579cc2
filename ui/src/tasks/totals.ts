// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { count, quantity } from '../i18n/formats'
import { plus } from './amounts'
import { countable, type DraftLine, pieces } from './draft'

/** How much lines are in all: pieces are counted, quantities are added up for each unit of measure. */
export type Total = { pieces: number; quantities: { unit: string; qty: string }[] }

export function total(lines: DraftLine[]): Total {
  const sums = new Map<string, string>()
  let n = 0
  for (const line of lines.filter(countable)) {
    n += pieces(line)
    if (line.qty !== undefined) {
      sums.set(line.unit ?? '', plus(sums.get(line.unit ?? '') ?? '0', line.qty))
    }
  }
  return { pieces: n, quantities: [...sums].map(([unit, qty]) => ({ unit, qty })) }
}

/** A total in words, such as 17 or 800 EA + 2.5 KGM. */
export function wordsOf({ pieces, quantities }: Total): string {
  const parts = quantities.map(({ qty, unit }) => `${quantity(qty)} ${unit}`.trim())
  return [...(pieces > 0 || parts.length === 0 ? [count(pieces)] : []), ...parts].join(' + ')
}

/** The total as one number, where that can be compared with what was expected. */
export function numberOf({ pieces, quantities }: Total): number {
  return quantities.reduce((sum, { qty }) => sum + Number(qty), pieces)
}
