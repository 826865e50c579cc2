// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../api/uuid'
import { said } from '../parts/fields'
import type { Cover, Exclusion, MeterLimit, PartRule, SerialRange, Share, Start, Term } from './model'

type Keyed<T> = T & { key: string }

export type CoverDraft = Keyed<Omit<Cover, 'meters' | 'shares'>> & {
  meters: Keyed<MeterLimit>[]
  shares: Keyed<Share>[]
}

export type StartDraft = Keyed<Start>

export type PartDraft = Keyed<PartRule>

export type ExclusionDraft = Keyed<Exclusion>

export type RangeDraft = Keyed<SerialRange>

/** A term while it is being written: its rows have keys of their own. */
export type TermDraft = Omit<Term, 'version' | 'scope' | 'start' | 'coverages' | 'parts' | 'exclusions'> & {
  scope: Omit<Term['scope'], 'serials'> & { serials: RangeDraft[] }
  start: StartDraft[]
  coverages: CoverDraft[]
  parts: PartDraft[]
  exclusions: ExclusionDraft[]
}

export const keyed = <T extends object>(row: T): Keyed<T> => ({ ...row, key: uuid7() })

export const newCover = (what: string): CoverDraft => keyed({ what, period: 'P2Y', meters: [], shares: [] })

/** A term that promises two years on parts and labour from the sale, as most do. */
export function blankTerm(): TermDraft {
  return {
    code: '',
    name: '',
    active: true,
    kind: 'commercial',
    rank: 0,
    scope: { serials: [] },
    start: [keyed({ event: 'registration' }), keyed({ event: 'sale' }), keyed({ event: 'shipment' })],
    coverages: [newCover('parts'), newCover('labour')],
    parts: [],
    exclusions: [],
    transferable: true,
    stopInRepair: true,
    public: 'no',
  }
}

export function draftOf({ version: _, ...term }: Term): TermDraft {
  return {
    ...term,
    scope: { ...term.scope, serials: (term.scope.serials ?? []).map(keyed) },
    start: term.start.map(keyed),
    coverages: term.coverages.map(one => ({
      ...keyed(one),
      meters: (one.meters ?? []).map(keyed),
      shares: (one.shares ?? []).map(keyed),
    })),
    parts: (term.parts ?? []).map(keyed),
    exclusions: (term.exclusions ?? []).map(keyed),
  }
}

/** Rows without their keys; none at all where there are none. */
function plain<T extends object>(rows: readonly Keyed<T>[]): T[] | undefined {
  return rows.length === 0 ? undefined : rows.map(({ key: _, ...row }) => row as unknown as T)
}

/** A list that says something, or nothing. */
const some = <T>(list: readonly T[] | undefined): T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : [...list]

/** The term as the API takes it: what was left empty is left out. */
export function bodyOf(draft: TermDraft): Omit<Term, 'version'> {
  const { scope, kind } = draft
  const extend = draft.extends
  return {
    code: draft.code.trim(),
    name: draft.name.trim(),
    active: draft.active,
    kind,
    supplier: kind === 'supplier' ? said(draft.supplier ?? '') : undefined,
    rank: draft.rank,
    scope: {
      items: some(scope.items),
      revisions: some(scope.revisions),
      lots: some(scope.lots),
      serials: plain(scope.serials)?.map(({ from, to }) => ({ from: said(from ?? ''), to: said(to ?? '') })),
      madeFrom: said(scope.madeFrom ?? ''),
      madeTo: said(scope.madeTo ?? ''),
      markets: some(scope.markets),
      customers: some(scope.customers),
      channels: some(scope.channels),
    },
    start: plain(draft.start) ?? [],
    latestStart: draft.latestStart,
    timeZone: said(draft.timeZone ?? ''),
    coverages: draft.coverages.map(({ key: _, meters, shares, deductible, ...one }) => ({
      ...one,
      meters: plain(meters),
      shares: plain(shares),
      deductible: deductible !== undefined && deductible.amount.trim() !== '' ? deductible : undefined,
    })),
    parts: plain(draft.parts)?.map(rule => ({
      ...rule,
      items: some(rule.items),
      positions: some(rule.positions),
      period: takesPeriod(rule.replacement) ? rule.period : undefined,
      atLeast: rule.replacement === 'atLeast' ? rule.atLeast : undefined,
    })),
    exclusions: plain(draft.exclusions)?.map(one =>
      one.state === undefined
        ? { code: said(one.code ?? '') }
        : { state: one.state, positions: some(one.positions), genuine: some(one.genuine) },
    ),
    transferable: draft.transferable,
    stopInRepair: draft.stopInRepair,
    extends: kind === 'extension' ? (extend ?? { mode: 'append' }) : undefined,
    perSerial: draft.perSerial || undefined,
    public: draft.public,
  }
}

/** Whether a rule of parts counts a period of its own from the installation. */
export const takesPeriod = (replacement: string) => replacement === 'fresh' || replacement === 'longer'
