// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { address } from '../api/client'
import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Code, ItemLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago, Moment } from '../parts/when'
import { pathOf } from './addresses'
import { type Action, DISPOSITIONS, type Nonconformance } from './model'
import { NonconformanceSteps, type NonconformanceWork } from './nonconformance-steps'
import { RecordSteps } from './record-steps'
import { useNonconformance } from './use-quality'
import { NonconformanceChip, oneOf, SeverityChip, UnitWords } from './words'

const SCOPES = ['lot', 'forward'] as const

/** One non-conformance: what it is about, how it is contained, what becomes of it, and what is done against it. */
export function NonconformancePage() {
  const { number = '' } = useParams()
  const nonconformance = useNonconformance(number)
  if (nonconformance.isError && nonconformance.data === undefined) {
    return <ProblemNotice error={nonconformance.error} retry={() => void nonconformance.refetch()} />
  }
  return nonconformance.data === undefined ? <Waiting /> : <Shown nonconformance={nonconformance.data} />
}

function Shown({ nonconformance }: { nonconformance: Nonconformance }) {
  const { t } = useTexts()
  const [work, setWork] = useState<NonconformanceWork | null>(null)
  const unit = nonconformance.unit ?? ''
  return (
    <div className="page-parts quality">
      <PageHead
        title={`${nonconformance.number} ${nonconformance.title}`}
        heading={nonconformance.title}
        over={
          <>
            <Link to={pathOf('nonconformances')}>{t('quality.tab.nonconformances')}</Link> ·{' '}
            <Code>{nonconformance.number}</Code> · {nonconformance.openedBy}, <Ago at={nonconformance.openedAt} />
          </>
        }
        states={
          <>
            <NonconformanceChip state={nonconformance.state} />
            <SeverityChip severity={nonconformance.severity} />
          </>
        }
      />
      <NonconformanceSteps nonconformance={nonconformance} work={work} setWork={setWork} />
      <section className="figures" aria-label={t('quality.quantities')}>
        {nonconformance.qty !== undefined && (
          <Figure label={t('quality.field.qty')}>
            {quantity(nonconformance.qty)} {unit}
          </Figure>
        )}
        {nonconformance.undisposed !== undefined && (
          <Figure label={t('quality.field.undisposed')}>
            {quantity(nonconformance.undisposed)} {unit}
          </Figure>
        )}
        <Figure label={t('quality.field.held')}>{count(nonconformance.held)}</Figure>
      </section>
      <div className="side-by-side">
        <About nonconformance={nonconformance} />
        <Contained nonconformance={nonconformance} />
      </div>
      <Disposed nonconformance={nonconformance} />
      <Actions actions={nonconformance.actions} />
      <RecordSteps tab="nonconformances" number={nonconformance.number} />
    </div>
  )
}

function About({ nonconformance }: { nonconformance: Nonconformance }) {
  const { t } = useTexts()
  const { links } = nonconformance
  return (
    <Card title={t('quality.about')}>
      {nonconformance.description !== undefined && <p className="long-text">{nonconformance.description}</p>}
      <Facts
        facts={[
          [
            t('quality.field.item'),
            nonconformance.item && <ItemLink code={nonconformance.item} name={nonconformance.name} />,
          ],
          [
            t('quality.field.complaint'),
            links.complaint && <Link to={pathOf('complaints', links.complaint)}>{links.complaint}</Link>,
          ],
          [
            t('quality.field.inspection'),
            links.inspection && <Link to={pathOf('inspections', links.inspection)}>{links.inspection}</Link>,
          ],
          [t('quality.field.run'), links.run && <Code>{links.run}</Code>],
          [t('quality.field.closed'), nonconformance.closed?.reason],
        ]}
      />
      <ul className="quality-list">
        {nonconformance.units.slice(0, 20).map(unit => (
          <li key={unit.unit}>
            <UnitWords unit={unit} />
          </li>
        ))}
      </ul>
      {nonconformance.unitCount > 20 && (
        <p className="muted">{t('quality.andMore', { n: count(nonconformance.unitCount - 20) })}</p>
      )}
    </Card>
  )
}

function Contained({ nonconformance }: { nonconformance: Nonconformance }) {
  const { t } = useTexts()
  const { contained, item, lot } = nonconformance
  return (
    <Card
      title={t('quality.containment')}
      aside={
        item !== undefined &&
        lot !== undefined && (
          <Link to={address('/trace', { direction: 'forward', item, lot })}>{t('quality.toTrace')}</Link>
        )
      }
    >
      {contained.length === 0 && <p className="muted">{t('quality.notContained')}</p>}
      <ul className="quality-list">
        {contained.map(one => (
          <li key={one.step}>
            {t(`quality.contained.${oneOf(SCOPES, one.scope) ?? 'lot'}`, { n: count(one.units) })}
            <div className="muted small">
              {one.blocks.join(', ')} · {one.by}, <Moment at={one.at} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Disposed({ nonconformance: { dispositions, unit } }: { nonconformance: Nonconformance }) {
  const { t } = useTexts()
  return (
    dispositions.length > 0 && (
      <Card title={t('quality.dispositions')}>
        <ul className="quality-list">
          {dispositions.map(one => {
            const as = oneOf(DISPOSITIONS, one.as)
            return (
              <li key={one.step}>
                <b>{as === undefined ? one.as : t(`quality.disposition.${as}`)}</b>{' '}
                {one.qty !== undefined && `${quantity(one.qty)} ${unit ?? ''}`}{' '}
                {one.serials !== undefined && <span className="code">{one.serials.join(' ')}</span>}
                <div className="long-text">{one.reason}</div>
                <div className="muted small">
                  {one.by}, <Moment at={one.at} />
                  {one.entries.map(seq => (
                    <span key={seq}>
                      {' · '}
                      <Link to={`/entries/${seq}`}>{t('quality.entry', { seq: count(seq) })}</Link>
                    </span>
                  ))}
                </div>
              </li>
            )
          })}
        </ul>
      </Card>
    )
  )
}

function Actions({ actions }: { actions: Action[] }) {
  const { t } = useTexts()
  return (
    actions.length > 0 && (
      <Card title={t('quality.actions')}>
        <ul className="quality-list">
          {actions.map(one => (
            <li key={one.n}>
              <b>{one.text}</b> <ActionChip action={one} />
              <div className="muted small">
                {one.owner} · {t('quality.dueOn', { day: day(one.due) })}
              </div>
              {one.done?.result !== undefined && <div className="long-text">{one.done.result}</div>}
              {one.verified !== undefined && <div className="long-text">{one.verified.evidence}</div>}
            </li>
          ))}
        </ul>
      </Card>
    )
  )
}

function ActionChip({ action }: { action: Action }) {
  const { t } = useTexts()
  if (action.effective !== undefined) {
    return (
      <StateChip state={action.effective ? 'ok' : 'bad'}>
        {t(action.effective ? 'quality.effective' : 'quality.notEffective')}
      </StateChip>
    )
  }
  if (action.done !== undefined) {
    return <StateChip state="held">{t('quality.toVerify')}</StateChip>
  }
  return action.overdue ? (
    <StateChip state="bad">{t('quality.overdue')}</StateChip>
  ) : (
    <StateChip state="held">{t('quality.actionOpen')}</StateChip>
  )
}
