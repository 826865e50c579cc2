// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export const RELATIONS = ['fits', 'needs', 'excludes', 'replacedBy'] as const

export type Relation = (typeof RELATIONS)[number]

export const ENFORCEMENTS = ['none', 'warn', 'refuse'] as const

export type Enforcement = (typeof ENFORCEMENTS)[number]

export const FINDINGS = ['gap', 'overlap', 'contradiction'] as const

export const ANSWERS = ['yes', 'no', 'unknown'] as const

export type Span = { from?: string; to?: string }

export type VersionSpan = { name?: string; from?: string; to?: string }

export type Having = { item?: string; revisions?: string[]; position?: string }

/** Which things are meant: those of an item that meet every member that is there. */
export type Selection = {
  item?: string
  revisions?: string[]
  lots?: string[]
  serials?: Span[]
  madeFrom?: string
  madeTo?: string
  versions?: VersionSpan[]
  has?: Having[]
}

export type Finding = { type: string; detail: string; from?: string; to?: string; rules: string[] }

export type FitRule = {
  code: string
  name: string
  active: boolean
  version?: number
  subject: Selection
  relation: string
  object: Selection
  validFrom?: string
  validTo?: string
  enforce: { install: string; ship: string }
  reason?: string
  findings?: Finding[]
}

export type Reason = { code: string; detail: string }

export type WeighedRule = { code: string; version: number; relation: string; decided: boolean; detail: string }

export type FitAnswer = { answer: string; rules: WeighedRule[]; missing: Reason[]; replacedBy: string[] }

export type FitRow = FitAnswer & { object: { item: string; name: string }; only: string[] }

/** One of the words that are known, or nothing: a later release may have others. */
export function oneOf<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return words.find(one => one === word)
}
