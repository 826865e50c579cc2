// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Holding, Reached } from '../trace/model'
import { type Question, questionOf } from '../trace/question'
import type { AskedQuestion, Cause, Diff } from './model'

/**
 * The question of a scope, to be asked as a trace. What it was first known from is left out: each version has its own
 * entry.
 */
export function askedAs(asked: AskedQuestion): Question {
  const { knownAt: _, ...rest } = asked
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== false) {
      params.set(name, String(value))
    }
  }
  return questionOf(params)
}

const told = ({ place, qty, within, amount }: Holding) => JSON.stringify([place, qty, within, amount])

/** The unit with those of its holdings that the other answer does not have. */
export function onlyIn(unit: Reached, other: Reached): Reached {
  const known = new Set(other.holdings.map(told))
  return { ...unit, holdings: unit.holdings.filter(holding => !known.has(told(holding))) }
}

/** The entries that pages of a difference name, each once and oldest first. */
export function causesOf(pages: readonly Diff[]): Cause[] {
  const causes = new Map(pages.flatMap(page => page.entries.map(cause => [cause.seq, cause] as const)))
  return [...causes.values()].sort((a, b) => a.seq - b.seq)
}

const NUMBER = /^[1-9]\d{0,15}$/

/** A version that an address names; null for none. */
export function versionIn(params: URLSearchParams, name: 'version' | 'from' | 'to'): number | null {
  const text = params.get(name) ?? ''
  return NUMBER.test(text) ? Number(text) : null
}

/** The two versions that an address compares: the last with the one before it when it says nothing. */
export function comparedIn(params: URLSearchParams, last: number): { from: number; to: number } {
  const to = versionIn(params, 'to') ?? last
  return { from: versionIn(params, 'from') ?? to - 1, to }
}
