// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { count } from '../i18n/formats'
import type { Texts } from '../i18n/texts'

/** The parts of a period of ISO 8601 that terms are written in. */
export const PARTS = ['years', 'months', 'weeks', 'days'] as const

export type Part = (typeof PARTS)[number]

export type Period = Partial<Record<Part, number>>

const WRITTEN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/** A period such as `P2Y` or `P18M` in its parts; null when it is written in another way. */
export function periodOf(iso: string): Period | null {
  const found = WRITTEN.exec(iso.trim().toUpperCase())
  const said = found === null ? [] : PARTS.filter((_, i) => found[i + 1] !== undefined)
  return found === null || said.length === 0
    ? null
    : Object.fromEntries(said.map(part => [part, Number(found[PARTS.indexOf(part) + 1])]))
}

/** A period in words, such as "2 years" or "1 year 6 months"; as it is written when it cannot be read. */
export function periodWords(iso: string, t: Texts): string {
  const period = periodOf(iso)
  if (period === null) {
    return iso
  }
  return PARTS.flatMap(part => {
    const n = period[part]
    return n === undefined ? [] : [t(`care.period.${part}`, { count: n, n: count(n) })]
  }).join(' ')
}

const LETTERS: Record<Part, string> = { years: 'Y', months: 'M', weeks: 'W', days: 'D' }

/** A number of years, months, weeks or days as a period of ISO 8601. */
export const isoOf = (n: number, part: Part) => `P${n}${LETTERS[part]}`

/**
 * A period as one number of one part, as fields have it: a year and a half are eighteen months. Null when it has parts
 * that no number of one of them says, such as a month and two days.
 */
export function asOne(iso: string): { n: number; part: Part } | null {
  const period = periodOf(iso)
  if (period === null) {
    return null
  }
  const said = PARTS.filter(part => period[part] !== undefined)
  const [first, ...more] = said
  if (first === undefined) {
    return null
  }
  if (more.length === 0) {
    return { n: period[first] ?? 0, part: first }
  }
  if (said.every(part => part === 'years' || part === 'months')) {
    return { n: (period.years ?? 0) * 12 + (period.months ?? 0), part: 'months' }
  }
  return said.every(part => part === 'weeks' || part === 'days')
    ? { n: (period.weeks ?? 0) * 7 + (period.days ?? 0), part: 'days' }
    : null
}
