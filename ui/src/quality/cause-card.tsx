// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, moment } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { PathWords } from './cause'
import { FactorWords } from './factor'
import type { Cause, Explained, WithIt } from './model'
import { chance, figure, percentOf } from './words'

/** One explanation: what it is, how many have it, how sure that is, and what looks guilty only because of it. */
export function CauseCard({ cause }: { cause: Cause }) {
  const { t } = useTexts()
  const [factor] = cause.factors
  return (
    <Card
      title={t('quality.causeRank', { rank: count(cause.rank) })}
      aside={cause.factors.length > 1 && <StateChip state="unknown">{t('quality.cannotTell')}</StateChip>}
    >
      <div className="quality-cause">
        <div className="quality-factors">
          {cause.factors.map(one => (
            <FactorWords key={`${one.family} ${one.key}`} factor={one} />
          ))}
          {cause.window !== undefined && factor?.from === undefined && (
            <b>
              {cause.window.equipment} {moment(cause.window.from)} – {moment(cause.window.to)}
            </b>
          )}
        </div>
        <p className="quality-sentence">{sentence(t, cause.withIt)}</p>
        <Bars withIt={cause.withIt} />
        <dl className="quality-numbers">
          <Told name={t('quality.field.oddsRatio')}>
            {cause.ratio === undefined ? '∞' : figure(cause.ratio)}{' '}
            <span className="muted small">{range(cause.low, cause.high)}</span>
          </Told>
          <Told name={t('quality.field.share')}>
            {percentOf(cause.share)}{' '}
            <span className="muted small">
              {percentOf(cause.shareLow)} – {percentOf(cause.shareHigh)}
            </span>
          </Told>
          <Told name={t('quality.field.p')}>{chance(cause.p)}</Told>
          <Told name={t('quality.field.q')}>{chance(cause.q)}</Told>
        </dl>
        <PathWords path={cause.path} />
        <Explains cause={cause} />
      </div>
    </Card>
  )
}

function sentence(t: Texts, { failures, of, controls, ofControls, certain }: WithIt): string {
  const words = t('quality.withIt', {
    failures: count(failures),
    of: count(of),
    controls: count(controls),
    ofControls: count(ofControls),
  })
  return certain ? words : `${words} ${t('quality.notCertain')}`
}

const range = (low: number | undefined, high: number | undefined) =>
  `${low === undefined ? '–' : figure(low)} – ${high === undefined ? '∞' : figure(high)}`

function Told({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="muted small">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Shares of the failed and of the others that have it, beside each other. */
function Bars({ withIt: { failures, of, controls, ofControls } }: { withIt: WithIt }) {
  const { t } = useTexts()
  const rows = [
    { name: t('quality.field.failures'), share: of === 0 ? 0 : failures / of, colour: '--bad' },
    { name: t('quality.field.controls'), share: ofControls === 0 ? 0 : controls / ofControls, colour: '--gone' },
  ] as const
  return (
    <ul className="quality-bars">
      {rows.map(({ name, share, colour }) => (
        <li key={name}>
          <span className="muted small">{name}</span>
          <span className="quality-bar">
            <i style={{ width: `${share * 100}%`, background: `var(${colour})` }} />
          </span>
          <span className="num">{percentOf(share)}</span>
        </li>
      ))}
    </ul>
  )
}

function Explains({ cause }: { cause: Cause }) {
  const { t } = useTexts()
  if (cause.explains.length === 0) {
    return null
  }
  return (
    <details open={cause.explains.some(one => one.rival)}>
      <summary>{t('quality.explains', { n: count(cause.explainsInAll) })}</summary>
      <Rows
        label={t('quality.explains', { n: count(cause.explainsInAll) })}
        words={[t('quality.field.factor')]}
        numbers={[
          t('quality.field.failures'),
          t('quality.field.controls'),
          t('quality.field.p'),
          t('quality.field.pAfter'),
        ]}
      >
        {cause.explains.map(one => (
          <ExplainedRow key={`${one.factors[0]?.family} ${one.factors[0]?.key}`} explained={one} />
        ))}
      </Rows>
    </details>
  )
}

function ExplainedRow({ explained: { factors, withIt, p, pAfter, rival } }: { explained: Explained }) {
  const { t } = useTexts()
  return (
    <tr>
      <td>
        {factors.map(one => (
          <div key={`${one.family} ${one.key}`}>
            <FactorWords factor={one} />
          </div>
        ))}
        {rival && <StateChip state="unknown">{t('quality.rival')}</StateChip>}
      </td>
      <td className="num">
        {count(withIt.failures)} / {count(withIt.of)}
      </td>
      <td className="num">
        {count(withIt.controls)} / {count(withIt.ofControls)}
      </td>
      <td className="num">{chance(p)}</td>
      <td className="num">{chance(pAfter)}</td>
    </tr>
  )
}
