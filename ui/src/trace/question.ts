// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { address } from '../api/client'
import type { Found } from '../lookup/meaning'
import type { Direction } from './model'

const SEED = ['item', 'lot', 'serial', 'supplierLot', 'container', 'issuer'] as const
const POLICY = [
  'asOf',
  'knownAt',
  'hosts',
  'contents',
  'amounts',
  'place',
  'document',
  'killSteps',
  'precision',
  'stop',
] as const

export type SeedKey = (typeof SEED)[number]
export type PolicyKey = (typeof POLICY)[number]
export type Seed = Partial<Record<SeedKey, string>>
export type Policy = Partial<Record<PolicyKey, string>>

/** A trace question as it stands in the address, in the words of the API. */
export type Question = { direction: Direction; seed: Seed; policy: Policy }

function picked<K extends string>(params: URLSearchParams, keys: readonly K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {}
  for (const key of keys) {
    const value = params.get(key)?.trim()
    if (value) {
      found[key] = value
    }
  }
  return found
}

export function questionOf(params: URLSearchParams): Question {
  return {
    direction: params.get('direction') === 'backward' ? 'backward' : 'forward',
    seed: picked(params, SEED),
    policy: picked(params, POLICY),
  }
}

/** Whether something is named that a trace can begin at; an item alone is not. */
export function hasSeed({ seed }: Question): boolean {
  return [seed.lot, seed.serial, seed.supplierLot, seed.container].some(number => number !== undefined)
}

/** The number that the question begins at. */
export function seedNumber({ container, supplierLot, serial, lot }: Seed): string {
  return container ?? supplierLot ?? serial ?? lot ?? ''
}

/** The question as the API takes it, and as it stands in the address. */
export function paramsOf({ direction, seed, policy }: Question): Record<string, string> {
  return { direction, ...seed, ...policy }
}

/** Tells questions apart. */
export function keyOf(question: Question): string {
  return address('', paramsOf(question))
}

/** The same question about the entries of an answer, so that it has the same answer whatever is recorded since. */
export function pinned(question: Question, seq: number): Question {
  return { ...question, policy: { ...question.policy, knownAt: String(seq) } }
}

/** What a trace can begin at of what a code means, or null. */
export function seedOf(found: Found, number?: string): Seed | null {
  if (found.container !== undefined) {
    return { container: found.container }
  }
  if (found.item === undefined) {
    return null
  }
  if (found.match === 'supplierLot' && number !== undefined) {
    return { item: found.item, supplierLot: number }
  }
  if (found.serial !== undefined) {
    return { item: found.item, serial: found.serial }
  }
  return found.lot === undefined ? null : { item: found.item, lot: found.lot }
}

/** How many settings are not as they are when nothing is said. */
export function settings(policy: Policy): number {
  const { asOf: _, knownAt: __, ...rest } = policy
  return Object.values(rest).filter(value => value !== undefined && value !== '').length
}

/** The question of a scope: what is frozen is the answer that is seen, and the members are those of JSON. */
export function frozenQuestion(question: Question, seq: number): Record<string, string | boolean> {
  const { amounts, ...rest } = paramsOf(pinned(question, seq))
  return amounts === undefined ? rest : { ...rest, amounts: amounts === 'true' }
}
