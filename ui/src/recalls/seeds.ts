// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../api/uuid'
import type { Question, Seed } from './model'

export const SEED_KINDS = [
  'lot',
  'serial',
  'supplierLot',
  'lots',
  'serials',
  'run',
  'vessel',
  'made',
  'received',
  'attribute',
  'container',
] as const

export type SeedKind = (typeof SEED_KINDS)[number]

/** The fields of all kinds of seeds; each stands at one place of the seed. */
export const SEED_FIELDS = {
  item: 'item',
  lot: 'lot',
  serial: 'serial',
  issuer: 'issuer',
  firstLot: 'lots/from',
  lastLot: 'lots/to',
  firstSerial: 'serials/from',
  lastSerial: 'serials/to',
  supplierLot: 'supplierLot',
  partner: 'partner',
  run: 'run',
  vessel: 'vessel',
  madeFrom: 'made/from',
  madeTo: 'made/to',
  receivedFrom: 'received/from',
  receivedTo: 'received/to',
  receivedOf: 'received/partner',
  container: 'container',
  place: 'place',
  document: 'document',
  from: 'from',
  to: 'to',
} as const

export type SeedField = keyof typeof SEED_FIELDS

/** The fields that a kind of seed has, those that must be there first. */
export const FIELDS_OF: Record<SeedKind, readonly SeedField[]> = {
  lot: ['item', 'lot', 'issuer'],
  serial: ['item', 'serial', 'issuer'],
  lots: ['item', 'firstLot', 'lastLot'],
  serials: ['item', 'firstSerial', 'lastSerial'],
  supplierLot: ['supplierLot', 'item', 'partner'],
  run: ['run'],
  vessel: ['vessel'],
  made: ['item', 'madeFrom', 'madeTo'],
  received: ['item', 'receivedFrom', 'receivedTo', 'receivedOf'],
  attribute: ['item'],
  container: ['container'],
}

/** What narrows a seed of any kind. */
export const NARROWING = ['place', 'document', 'from', 'to'] as const satisfies readonly SeedField[]

export type Attribute = { key: string; name: string; value: string }

/** A seed as it is being written. */
export type SeedDraft = {
  key: string
  kind: SeedKind
  fields: Partial<Record<SeedField, string>>
  attributes: Attribute[]
}

export function newSeed(kind: SeedKind, fields: SeedDraft['fields'] = {}): SeedDraft {
  return { key: uuid7(), kind, fields, attributes: kind === 'attribute' ? [{ key: uuid7(), name: '', value: '' }] : [] }
}

/** The draft as the API takes it; what is empty, and what belongs to another kind, is left out. */
export function seedOf({ kind, fields, attributes }: SeedDraft): Seed {
  const seed: Record<string, unknown> = kind === 'attribute' ? { attribute: named(attributes) } : {}
  for (const field of [...FIELDS_OF[kind], ...NARROWING]) {
    const value = fields[field]?.trim()
    if (value) {
      put(seed, SEED_FIELDS[field], value)
    }
  }
  return seed as Seed
}

const named = (attributes: Attribute[]) =>
  attributes
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))

function put(seed: Record<string, unknown>, path: string, value: string) {
  const [first = '', second] = path.split('/')
  seed[first] = second === undefined ? value : { ...(seed[first] as object | undefined), [second]: value }
}

function at(seed: Seed, path: string): string | undefined {
  const [first = '', second] = path.split('/')
  const found = (seed as Record<string, unknown>)[first]
  const value = second === undefined ? found : (found as Record<string, unknown> | undefined)?.[second]
  return typeof value === 'string' ? value : undefined
}

/** The seed as it can be written on. */
export function draftOf(seed: Seed): SeedDraft {
  const fields: SeedDraft['fields'] = {}
  for (const [field, path] of Object.entries(SEED_FIELDS)) {
    const value = at(seed, path)
    if (value !== undefined) {
      fields[field as SeedField] = value
    }
  }
  return {
    key: uuid7(),
    kind: kindOf(seed),
    fields,
    attributes: (seed.attribute ?? []).map(({ name = '', value = '' }) => ({ key: uuid7(), name, value })),
  }
}

export function kindOf(seed: Seed): SeedKind {
  // A lot of an item may come with what else would be a kind of its own, such as a serial that names its lot.
  const order: SeedKind[] = [
    'lots',
    'serials',
    'made',
    'received',
    'attribute',
    'container',
    'supplierLot',
    'run',
    'vessel',
    'serial',
  ]
  return order.find(kind => seed[kind as keyof Seed] !== undefined) ?? 'lot'
}

const ONE_SEED = ['item', 'lot', 'serial', 'issuer', 'supplierLot', 'container', 'place', 'document'] as const

/** The seeds of a question, also when it has one beside its other members. */
export function seedsOf(question: Question | undefined): Seed[] {
  if (question === undefined) {
    return []
  }
  if (question.seeds !== undefined) {
    return question.seeds
  }
  const seed = Object.fromEntries(ONE_SEED.flatMap(name => (question[name] ? [[name, question[name]]] : []))) as Seed
  return Object.keys(seed).length === 0 ? [] : [seed]
}

/** A question about these seeds, followed as another one is. */
export function questionOf(seeds: readonly SeedDraft[], like?: Question): Question {
  const rest = Object.fromEntries(
    Object.entries(like ?? {}).filter(([name]) => !(ONE_SEED as readonly string[]).includes(name)),
  ) as Question
  return { ...rest, direction: like?.direction ?? 'forward', seeds: seeds.map(seedOf) }
}

/** Whether a seed says as much as its kind must. */
export function isWhole(draft: SeedDraft): boolean {
  const has = (...fields: SeedField[]) => fields.every(field => Boolean(draft.fields[field]?.trim()))
  switch (draft.kind) {
    case 'lot':
      return has('item', 'lot')
    case 'serial':
      return has('item', 'serial')
    case 'lots':
      return has('item', 'firstLot', 'lastLot')
    case 'serials':
      return has('item', 'firstSerial', 'lastSerial')
    case 'supplierLot':
      return has('supplierLot')
    case 'run':
      return has('run')
    case 'vessel':
      return has('vessel')
    case 'made':
      return has('item') && (has('madeFrom') || has('madeTo'))
    case 'received':
      return has('item') && (has('receivedFrom') || has('receivedTo'))
    case 'attribute':
      return has('item') && named(draft.attributes).length > 0
    case 'container':
      return has('container')
  }
}

/** The pointer at which the server says what is wrong with a field of the nth seed. */
export function pointerOf(n: number, field: SeedField): string {
  return `/question/seeds/${n}/${SEED_FIELDS[field]}`
}

/** A seed in a few words, all of them codes and numbers as they were given. */
export function numbersOf(seed: Seed): string[] {
  const range = (span?: { from?: string; to?: string }) =>
    span === undefined ? undefined : `${span.from ?? '…'} – ${span.to ?? '…'}`
  return [
    seed.item,
    seed.lot,
    seed.serial,
    range(seed.lots),
    range(seed.serials),
    seed.supplierLot,
    seed.partner ?? seed.received?.partner,
    seed.run,
    seed.vessel,
    range(seed.made),
    range(seed.received),
    ...(seed.attribute ?? []).map(({ name, value }) => `${name} = ${value}`),
    seed.container,
    seed.place,
    seed.document,
    seed.from || seed.to ? range(seed) : undefined,
  ].filter(part => part !== undefined)
}
