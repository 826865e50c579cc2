// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, day, quantity } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { type State, StateChip } from '../parts/state'
import { oneOf } from '../quality/words'
import {
  CLAIM_STATES,
  type ClaimState,
  COVER_STATES,
  type Coverage,
  type CoverState,
  PROOFS,
  RECOVERY_STATES,
  type RecoveryState,
  START_EVENTS,
  type Sum,
  VERDICTS,
  type Verdict,
  WHATS,
} from './model'
import { periodWords } from './periods'

const COVER_SIGNS: Record<CoverState, State> = {
  covered: 'ok',
  expired: 'bad',
  notStarted: 'info',
  unknown: 'unknown',
  excluded: 'bad',
  none: 'gone',
}

/** Whether something is covered, with the day until which it is. */
export function CoverChip({ state, until }: { state: string; until?: string }) {
  const { t } = useTexts()
  const known = oneOf(COVER_STATES, state) ?? 'unknown'
  const dated = until !== undefined && (known === 'covered' || known === 'expired')
  return (
    <StateChip state={COVER_SIGNS[known]}>
      {dated ? t(`care.until.${known}`, { day: day(until) }) : t(`care.state.${known}`)}
    </StateChip>
  )
}

const CLAIM_SIGNS: Record<ClaimState, State> = {
  draft: 'info',
  submitted: 'held',
  approved: 'ok',
  part: 'held',
  rejected: 'bad',
  repaired: 'ok',
  replaced: 'ok',
  paid: 'ok',
  closed: 'gone',
}

export function ClaimChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(CLAIM_STATES, state)
  return known && <StateChip state={CLAIM_SIGNS[known]}>{t(`care.claimState.${known}`)}</StateChip>
}

const VERDICT_SIGNS: Record<Verdict, State> = { covered: 'ok', part: 'held', notCovered: 'bad', unclear: 'unknown' }

export function VerdictChip({ verdict }: { verdict: string | undefined }) {
  const { t } = useTexts()
  const known = oneOf(VERDICTS, verdict)
  return known && <StateChip state={VERDICT_SIGNS[known]}>{t(`care.verdict.${known}`)}</StateChip>
}

const RECOVERY_SIGNS: Record<RecoveryState, State> = {
  draft: 'info',
  sent: 'held',
  accepted: 'ok',
  part: 'held',
  refused: 'bad',
  received: 'ok',
  closed: 'gone',
}

export function RecoveryChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(RECOVERY_STATES, state)
  return known && <StateChip state={RECOVERY_SIGNS[known]}>{t(`care.recoveryState.${known}`)}</StateChip>
}

/** What is covered, in one word; as it is called where a later release has more. */
export function whatWord(what: string, t: Texts): string {
  const known = oneOf(WHATS, what)
  return known === undefined ? what : t(`care.what.${known}`)
}

/** Where a clock begins, such as "registration". */
export function eventWord(event: string, t: Texts): string {
  const known = oneOf(START_EVENTS, event)
  return known === undefined ? event : t(`care.event.${known}`)
}

/** An event with what is added to its day, such as "shipment + 30 days". */
export function eventWords({ event, plus }: { event: string; plus?: string }, t: Texts): string {
  const word = eventWord(event, t)
  return plus === undefined ? word : t('care.plus', { event: word, period: periodWords(plus, t) })
}

export function proofWord(proof: string | undefined, t: Texts): string | undefined {
  const known = oneOf(PROOFS, proof)
  return known === undefined ? proof : t(`care.proof.${known}`)
}

/** An amount of money, digit by digit. */
export const moneyWords = ({ amount, currency }: Sum) =>
  amount === undefined ? '–' : `${quantity(amount)} ${currency ?? ''}`.trim()

/** What is left of it: days and meters, the first that is reached ends it. */
export function leftWords({ left }: Coverage, t: Texts): string {
  const days = left?.days === undefined ? [] : [t('care.daysLeft', { count: left.days, n: count(left.days) })]
  const meters = (left?.meters ?? []).map(one => t('care.meterLeft', { n: quantity(one.left), meter: one.meter }))
  return [...days, ...meters].join(' · ')
}
