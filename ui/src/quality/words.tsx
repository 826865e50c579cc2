// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { type State, StateChip } from '../parts/state'
import {
  COMPLAINT_STATES,
  type ComplaintState,
  INSPECTION_STATES,
  type InspectionState,
  MATCHES,
  type MatchState,
  NONCONFORMANCE_STATES,
  type NonconformanceState,
  SEVERITIES,
  type Severity,
  type UnitRef,
} from './model'

/** One of the words that are known, or nothing: a later release may have others. */
export function oneOf<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return words.find(one => one === word)
}

const SEVERITY_SIGNS: Record<Severity, State> = { critical: 'bad', serious: 'bad', minor: 'held', negligible: 'gone' }

export function SeverityChip({ severity }: { severity: string | undefined }) {
  const { t } = useTexts()
  const known = oneOf(SEVERITIES, severity)
  return known && <StateChip state={SEVERITY_SIGNS[known]}>{t(`quality.severity.${known}`)}</StateChip>
}

const COMPLAINT_SIGNS: Record<ComplaintState, State> = {
  open: 'held',
  investigating: 'held',
  closed: 'ok',
  merged: 'gone',
}

export function ComplaintChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(COMPLAINT_STATES, state)
  return known && <StateChip state={COMPLAINT_SIGNS[known]}>{t(`quality.complaintState.${known}`)}</StateChip>
}

const MATCH_SIGNS: Record<MatchState, State> = {
  unit: 'ok',
  lot: 'ok',
  item: 'held',
  unknown: 'unknown',
  ambiguous: 'unknown',
}

/** Whether it is known which piece a complaint is about. */
export function MatchChip({ match }: { match: string }) {
  const { t } = useTexts()
  const known = oneOf(MATCHES, match)
  return known && <StateChip state={MATCH_SIGNS[known]}>{t(`quality.match.${known}`)}</StateChip>
}

const INSPECTION_SIGNS: Record<InspectionState, State> = {
  open: 'held',
  accepted: 'ok',
  rejected: 'bad',
  cancelled: 'gone',
}

export function InspectionChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(INSPECTION_STATES, state)
  return known && <StateChip state={INSPECTION_SIGNS[known]}>{t(`quality.inspectionState.${known}`)}</StateChip>
}

const NONCONFORMANCE_SIGNS: Record<NonconformanceState, State> = {
  open: 'bad',
  contained: 'held',
  dispositioned: 'held',
  closed: 'ok',
}

export function NonconformanceChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(NONCONFORMANCE_STATES, state)
  return known && <StateChip state={NONCONFORMANCE_SIGNS[known]}>{t(`quality.nonconformanceState.${known}`)}</StateChip>
}

/** A unit with what it is. */
export function UnitWords({ unit }: { unit: UnitRef }) {
  return (
    <span>
      <UnitLink named={unit} />
      {unit.item !== undefined && (
        <span className="muted small">
          {' '}
          · <ItemLink code={unit.item} name={unit.name} />
        </span>
      )}
    </span>
  )
}

/** A number with as many digits as say something. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return '–'
  }
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  return count(Number(value.toFixed(digits)))
}

/** A chance: very small ones as a power of ten. */
export function chance(p: number | undefined): string {
  if (p === undefined) {
    return '–'
  }
  if (p >= 0.001) {
    return count(Number(p.toPrecision(2)))
  }
  if (p === 0) {
    return '< 10⁻³⁰⁰'
  }
  const power = Math.floor(Math.log10(p))
  return `${count(Number((p / 10 ** power).toPrecision(2)))} · 10${superscript(power)}`
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const superscript = (n: number) =>
  String(n)
    .replace('-', '⁻')
    .replace(/\d/g, digit => DIGITS[Number(digit)] ?? digit)

/** A share from 0 to 1 in percent. */
export function percentOf(share: number | undefined): string {
  return share === undefined ? '–' : `${count(Math.round(share * 100))} %`
}
