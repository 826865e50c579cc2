// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { count, day, quantity } from '../i18n/formats'
import type { Texts } from '../i18n/texts'
import { countryName } from '../parts/fields'
import { oneOf } from '../quality/words'
import {
  type Cover,
  EXTENSION_MODES,
  type Exclusion,
  type PartRule,
  PROOFS,
  REPLACEMENTS,
  type Scope,
  SHOWN_TO,
  type Start,
  type Term,
} from './model'
import { periodWords } from './periods'
import { eventWord, eventWords, moneyWords, whatWord } from './words'

/** A list as one says it: the last two are joined by a word. */
function listed(words: string[], t: Texts, and: 'and' | 'or' = 'and'): string {
  const [last, ...before] = [...words].reverse()
  return before.length === 0
    ? (last ?? '')
    : t(and === 'and' ? 'care.and' : 'care.or', { before: before.reverse().join(', '), last })
}

/** What a term promises, in sentences that its customer would understand. */
export function promiseOf(term: Omit<Term, 'version'>, t: Texts): string[] {
  return [
    ...forWhom(term, t),
    ...term.coverages.map(cover => covers(cover, t)),
    begins(term, t),
    ...(term.parts ?? []).map(rule => replaced(rule, t)),
    ...(term.exclusions ?? []).map(one => excluded(one, t)),
    t(term.transferable ? 'care.promise.transferable' : 'care.promise.notTransferable'),
    ...(term.stopInRepair ? [t('care.promise.stopInRepair')] : []),
    ...(term.perSerial ? [t('care.promise.perSerial')] : []),
    t(`care.promise.shown.${oneOf(SHOWN_TO, term.public) ?? 'no'}`),
  ].filter(sentence => sentence !== '')
}

/** What it is for; without a scope it is for everything. */
function forWhom({ scope, kind, supplier }: Omit<Term, 'version'>, t: Texts): string[] {
  const facts = scopeWords(scope, t)
  const whom = facts.length === 0 ? t('care.promise.forAll') : t('care.promise.for', { what: facts.join('; ') })
  return kind === 'supplier' && supplier ? [t('care.promise.supplier', { supplier }), whom] : [whom]
}

/** The members of a scope that say something, each in some words. */
export function scopeWords(scope: Scope, t: Texts): string[] {
  const names = (values: string[] | undefined, word: (value: string) => string = one => one) =>
    values === undefined || values.length === 0 ? [] : [listed(values.map(word), t, 'or')]
  const made = [
    ...(scope.madeFrom ? [t('care.promise.madeFrom', { day: day(scope.madeFrom) })] : []),
    ...(scope.madeTo ? [t('care.promise.madeTo', { day: day(scope.madeTo) })] : []),
  ]
  const serials = (scope.serials ?? [])
    .filter(range => range.from || range.to)
    .map(range => `${range.from ?? '…'} – ${range.to ?? '…'}`)
  return [
    ...names(scope.items),
    ...names(scope.revisions).map(what => t('care.promise.revision', { what })),
    ...names(scope.lots).map(what => t('care.promise.lot', { what })),
    ...names(serials).map(what => t('care.promise.serials', { what })),
    ...made,
    ...names(scope.markets, countryName).map(what => t('care.promise.market', { what })),
    ...names(scope.customers).map(what => t('care.promise.customer', { what })),
    ...names(scope.channels).map(what => t('care.promise.channel', { what })),
  ]
}

/** A number as it is written, while somebody still writes it. */
const amount = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? quantity(text) : text)

/** How long something is covered, up to which meter, and how much of it is paid. */
function covers(cover: Cover, t: Texts): string {
  const what = whatWord(cover.what, t)
  const limits = [
    ...(cover.period ? [periodWords(cover.period, t)] : []),
    ...(cover.meters ?? []).filter(one => one.most).map(one => `${amount(one.most)} ${one.meter}`),
  ]
  const bounds =
    limits.length === 0
      ? t('care.promise.noEnd')
      : limits.length === 1
        ? (limits[0] ?? '')
        : t('care.promise.firstReached', { limits: listed(limits, t, 'or') })
  const shares = (cover.shares ?? []).map(share =>
    t('care.promise.share', { percent: count(share.percent), period: periodWords(share.until, t) }),
  )
  const deductible = cover.deductible?.amount
    ? [t('care.promise.deductible', { amount: moneyWords(cover.deductible) })]
    : []
  return t('care.promise.covers', { what, limits: [bounds, ...shares, ...deductible].join('; ') })
}

/** On which day it begins. */
function begins({ start, latestStart, extends: base }: Omit<Term, 'version'>, t: Texts): string {
  const mode = oneOf(EXTENSION_MODES, base?.mode)
  if (mode !== undefined) {
    return base?.term ? t(`care.promise.extendsTerm.${mode}`, { term: base.term }) : t(`care.promise.extends.${mode}`)
  }
  if (start.length === 0) {
    return t('care.promise.noStart')
  }
  const events = start.map(one => startWords(one, t)).join(t('care.promise.else'))
  return latestStart === undefined
    ? t('care.promise.begins', { events })
    : t('care.promise.beginsLatest', { events, latest: eventWords(latestStart, t) })
}

function startWords(start: Start, t: Texts): string {
  const proof = oneOf(PROOFS, start.proof)
  const words = eventWords(start, t)
  return proof === undefined || proof === 'said' ? words : `${words} (${t(`care.promise.proof.${proof}`)})`
}

/** What a part gets that is put in instead of another. */
function replaced(rule: PartRule, t: Texts): string {
  const items = listed(rule.items ?? [], t, 'or')
  const positions = listed(rule.positions ?? [], t, 'or')
  const part = items || t('care.promise.everyPart')
  const what = positions === '' ? part : t('care.promise.at', { items: part, positions })
  const how = oneOf(REPLACEMENTS, rule.replacement) ?? 'remainder'
  return t(`care.promise.replaced.${how}`, {
    what,
    period: rule.period ? periodWords(rule.period, t) : t('care.promise.asLong'),
    least: rule.atLeast ? periodWords(rule.atLeast, t) : '',
  })
}

function excluded(one: Exclusion, t: Texts): string {
  if (one.code) {
    return t('care.promise.notFor', { what: one.code })
  }
  if (one.state === 'opened') {
    return t('care.promise.notOpened')
  }
  const where = (one.positions ?? []).length === 0 ? '' : ` (${listed(one.positions ?? [], t, 'or')})`
  return one.state === 'foreignPart' ? t('care.promise.notForeign', { where }) : ''
}

/** Where a clock begins, for a list of terms. */
export const startsWith = ({ start }: Pick<Term, 'start'>, t: Texts) =>
  start.map(({ event }) => eventWord(event, t)).join(', ')
