// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type NumberState, STATES } from './model'

/** What is there can be seen, however little it is of a large block. */
const SEEN_PERCENT = 1

/** The parts of a bar, largest progress first. What is not nothing is wide enough to be seen; together they fill it. */
export function partsOf(counts: Record<NumberState, number>): { state: NumberState; percent: number }[] {
  const there = [...STATES].reverse().filter(state => counts[state] > 0)
  const all = there.reduce((sum, state) => sum + counts[state], 0)
  const wide = there.map(state => ({ state, percent: Math.max(SEEN_PERCENT, (100 * counts[state]) / all) }))
  const together = wide.reduce((sum, part) => sum + part.percent, 0)
  return wide.map(({ state, percent }) => ({ state, percent: (100 * percent) / together }))
}

/** Numbers as somebody writes or pastes them: one a line, or with commas or semicolons between. */
export function listed(text: string): string[] {
  return text
    .split(/[\n\r,;]+/)
    .map(one => one.trim())
    .filter(one => one !== '')
}

/** The template with a field put where the cursor is, and where the cursor is then. */
export function inserted(template: string, field: string, from: number, to: number): { text: string; cursor: number } {
  return { text: template.slice(0, from) + field + template.slice(to), cursor: from + field.length }
}

/** The names of the fields in a template, such as `line` in `{YY}-{line}`. */
export function fieldsIn(template: string): Set<string> {
  return new Set([...template.matchAll(/{([A-Za-z]+)[^}]*}/g)].map(match => match[1] ?? ''))
}
