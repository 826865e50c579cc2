// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SIBLING_KINDS, type SiblingKind } from './model'

/** Windows that can be chosen, shortest first. */
export const WINDOWS = ['PT0S', 'PT15M', 'PT1H', 'PT2H', 'PT8H', 'P1D', 'P7D'] as const

export type WindowChoice = (typeof WINDOWS)[number]

/** A question about siblings: what is looked for, and how far apart in time counts. */
export type SiblingsQuestion = { kinds: SiblingKind[]; window: WindowChoice }

/** What is looked for when nothing is said: what has most to do with the unit, and nothing that only happened beside it. */
export const USUAL: SiblingsQuestion = { kinds: ['input', 'vessel', 'run'], window: 'PT2H' }

const KINDS = 'siblings'
const WINDOW = 'window'

/** The question of an address; null when it asks for none. */
export function siblingsOf(params: URLSearchParams): SiblingsQuestion | null {
  const words = params.get(KINDS)?.split(',') ?? []
  const kinds = SIBLING_KINDS.filter(kind => words.includes(kind))
  const window = WINDOWS.find(one => one === params.get(WINDOW)) ?? USUAL.window
  return kinds.length === 0 ? null : { kinds, window }
}

/** The address with this question in it. */
export function withSiblings(params: URLSearchParams, { kinds, window }: SiblingsQuestion): URLSearchParams {
  const next = new URLSearchParams(params)
  next.set(KINDS, kinds.join(','))
  if (hasWindow(kinds)) {
    next.set(WINDOW, window)
  } else {
    next.delete(WINDOW)
  }
  return next
}

/** Whether a window means something to these kinds. */
export function hasWindow(kinds: readonly SiblingKind[]): boolean {
  return kinds.includes('place') || kinds.includes('time')
}

/** The question in the words of the API, which refuses a window that means nothing. */
export function askedOf({ kinds, window }: SiblingsQuestion): { kinds: string; window?: string } {
  return hasWindow(kinds) ? { kinds: kinds.join(','), window } : { kinds: kinds.join(',') }
}
