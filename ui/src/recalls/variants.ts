// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client'
import { uuid7 } from '../api/uuid'
import type { Cost, Question, Recall, SideBySide } from './model'
import { draftOf, isWhole, questionOf, type SeedDraft, seedsOf } from './seeds'

/** As many questions as fit beside each other. */
export const VARIANTS_MAX = 4

/** A question in the making, narrower or wider than the others. */
export type Variant = { key: string; name: string; seeds: SeedDraft[] }

/** The questions in the making, and what a unit of an item costs. */
export type Drafts = { variants: Variant[]; costs: { key: string; name: string; value: string }[]; currency: string }

const KEPT = 'gozinto.recall.'

export function draftsOf(recall: Pick<Recall, 'question' | 'unitCosts' | 'currency'>): Drafts {
  return {
    variants: [{ key: uuid7(), name: 'A', seeds: seedsOf(recall.question).map(draftOf) }],
    costs: Object.entries(recall.unitCosts ?? {}).map(([name, value]) => ({ key: name, name, value })),
    currency: recall.currency ?? 'EUR',
  }
}

/** The next letter that no variant has. */
export function nextName(variants: readonly Variant[]): string {
  return ['A', 'B', 'C', 'D'].find(name => variants.every(one => one.name !== name)) ?? String(variants.length + 1)
}

/** Whether every seed of every variant says enough to be asked. */
export function askable({ variants }: Pick<Drafts, 'variants'>): boolean {
  return variants.every(one => one.seeds.length > 0 && one.seeds.every(isWhole))
}

export function costsOf({ costs }: Pick<Drafts, 'costs'>): Cost[] {
  return costs
    .filter(({ name, value }) => name.trim() !== '' && value.trim() !== '')
    .map(({ name, value }) => ({ item: name.trim(), cost: value.trim().replace(',', '.') }))
}

/** What is asked of the server: the questions beside each other, with what they would cost. */
export function bodyOf(drafts: Drafts, like: Question | undefined) {
  const unitCosts = costsOf(drafts)
  const questions = drafts.variants.map(({ name, seeds }) => ({ name, question: questionOf(seeds, like) }))
  return unitCosts.length === 0 ? { questions } : { questions, unitCosts, currency: drafts.currency }
}

/** The questions in the making of a case; they stay on the device until they are asked. */
export function useDrafts(recall: Recall) {
  const kept = KEPT + recall.number
  const [drafts, setDrafts] = useState<Drafts>(() => loaded(kept) ?? draftsOf(recall))
  useEffect(() => sessionStorage.setItem(kept, JSON.stringify(drafts)), [kept, drafts])
  return [drafts, setDrafts] as const
}

function loaded(kept: string): Drafts | null {
  try {
    return JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Drafts | null
  } catch {
    return null
  }
}

/** The numbers of questions; they are worked out at the reader's word. */
export function useNumbers() {
  return useMutation({
    mutationFn: ({ drafts, like }: { drafts: Drafts; like: Question | undefined }) =>
      api.post<SideBySide>('/scopes:compare', bodyOf(drafts, like)),
  })
}
