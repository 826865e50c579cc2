// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { type State, StateChip } from '../parts/state'
import type { ComplaintState, MatchState, Severity, UnitRef } from './model'

const SEVERITY_STATES: Record<Severity, State> = { critical: 'bad', serious: 'bad', minor: 'held', negligible: 'gone' }

export function SeverityChip({ severity }: { severity: Severity }) {
  const { t } = useTexts()
  return <StateChip state={SEVERITY_STATES[severity]}>{t(`quality.severity.${severity}`)}</StateChip>
}

const COMPLAINT_STATES: Record<ComplaintState, State> = {
  open: 'held',
  investigating: 'held',
  closed: 'ok',
  merged: 'gone',
}

export function ComplaintChip({ state }: { state: ComplaintState }) {
  const { t } = useTexts()
  return <StateChip state={COMPLAINT_STATES[state]}>{t(`quality.complaintState.${state}`)}</StateChip>
}

const MATCH_STATES: Record<MatchState, State> = {
  unit: 'ok',
  lot: 'ok',
  item: 'held',
  unknown: 'unknown',
  ambiguous: 'unknown',
}

/** Whether it is known which piece a complaint is about. */
export function MatchChip({ match }: { match: MatchState }) {
  const { t } = useTexts()
  return <StateChip state={MATCH_STATES[match]}>{t(`quality.match.${match}`)}</StateChip>
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
