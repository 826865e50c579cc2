// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export const KINDS = ['lot', 'serial'] as const

/** What is numbered. */
export type Kind = (typeof KINDS)[number]

/** How numbers of one kind are made. */
export type Rule = { template: string; reset?: string }

export type Numbering = { item: string; lot?: Rule; serial?: Rule; version: number }

/** Numbers as a template would make them, and what is wrong with it; `repeatsOn` is the day on which one would come again. */
export type Samples = {
  samples: string[]
  capacity?: string
  repeatsOn?: string
  repeatsWhy?: string
  /** What must be mended; `position` counts the characters before it. */
  faults: { code: string; pointer: string; detail: string; position?: number }[]
  warnings: string[]
}

export const STATES = ['reserved', 'printed', 'commissioned', 'void'] as const

/** How far a number has come: taken, put on a label, on a unit that exists, or never to be used. */
export type NumberState = (typeof STATES)[number]

/** Numbers that were taken together, and how many of them have come how far. */
export type Block = {
  block: string
  item: string
  kind: Kind
  lot?: string
  supplier?: string
  first: string
  last: string
  count: number
  at: string
  by: string
} & Record<NumberState, number>

/** A block just taken, with its numbers. */
export type Taken = {
  block: string
  item: string
  kind: Kind
  first: string
  last: string
  count: number
  numbers: string[]
}

export type PoolNumber = { number: string; block: string; state: NumberState; reason?: string }

/** Numbers that were taken and never came to be. */
export type Gap = { block: string; from: string; to: string; count: number; state: NumberState }

/** How much of a template is used, how long the rest lasts, and what is missing in between. */
export type Report = {
  capacity?: string
  used?: string
  free?: string
  perDay?: number
  exhaustedOn?: string
  /** Numbers of all blocks, and when those that are not in use yet are used up. */
  pool: { perDay?: number; exhaustedOn?: string } & Record<NumberState, number>
  gaps: Gap[]
  complete: boolean
}
