// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { address } from '../api/client'
import { useSendOnce } from '../api/send-once'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { UnitLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Rows } from '../parts/rows'
import { type State, StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import type { Drift, SignalRow, SignalRun, Verdict } from './model'
import { QualityTabs } from './tabs'
import { TrendCard } from './trend'
import { useSignals } from './use-quality'
import { chance, figure } from './words'

const VERDICTS: Record<Verdict, State> = { signal: 'bad', watch: 'held', nothing: 'ok', tooLittle: 'unknown' }

const isVerdict = (word: string): word is Verdict => word in VERDICTS

/** Lots that are complained about more than they should be, the surest first, with how sure that is. */
export function SignalList() {
  const { t } = useTexts()
  const [params] = useSearchParams()
  const signals = useSignals()
  const item = params.get('item') ?? ''
  const code = params.get('code') ?? ''
  const run = signals.data?.run
  return (
    <div className="page-parts quality">
      <PageHead title={t('quality.tab.signals')} over={t('quality.signalsWhat')} actions={<RunButton />} />
      <QualityTabs open="signals" />
      {signals.isError && <ProblemNotice error={signals.error} retry={() => void signals.refetch()} />}
      {signals.isPending && <Waiting />}
      {signals.data !== undefined && run === undefined && (
        <Card>
          <Empty title={t('quality.noRun')}>{t('quality.noRunHow')}</Empty>
        </Card>
      )}
      {run !== undefined && <RunWords run={run} />}
      {signals.data !== undefined && <Drifts drifts={signals.data.drifts} />}
      {item !== '' && code !== '' && <TrendCard item={item} code={code} />}
      {signals.data !== undefined && run !== undefined && <Table rows={signals.data.items} />}
    </div>
  )
}

function RunButton() {
  const { t } = useTexts()
  const { may } = useMe()
  const { send, error, busy } = useSendOnce('/signals:run')
  return (
    may.includes('quality') && (
      <div>
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={busy} onClick={() => void send({})}>
          {t('quality.do.run')}
        </Button>
        {error !== null && <ProblemNotice error={error} />}
      </div>
    )
  )
}

/** What a list of alarms is worth: how many tests it is of, and how many of them chance alone would make. */
function RunWords({ run }: { run: SignalRun }) {
  const { t } = useTexts()
  const { done } = run
  const older = done?.apart.beforeBaseline ?? 0
  const apart = Object.values(done?.apart ?? {}).reduce((sum, n) => sum + n, 0) - older
  return (
    <Card title={t('quality.run', { n: count(run.number) })} aside={<Ago at={run.startedAt} />}>
      {run.failure !== undefined && <StateChip state="bad">{run.failure}</StateChip>}
      {done === undefined && run.failure === undefined && <Waiting rows={2} />}
      {done !== undefined && (
        <>
          <p className="long-text">
            {t('quality.runOf', {
              tests: count(done.tests),
              lots: count(done.lots),
              codes: count(done.codes),
              complaints: count(done.complaints),
              asOf: day(run.asOf),
            })}{' '}
            {t('quality.falseAlarms', {
              signals: count(done.signals),
              n: figure(done.falseAlarmsExpected),
              month: figure(done.falseAlarmsPerMonth),
            })}
            {done.overDispersed.length > 0 &&
              ` ${t('quality.overDispersed', { codes: done.overDispersed.map(one => one.codeName ?? one.code).join(', ') })}`}
          </p>
          {older > 0 && <p className="muted small">{t('quality.beforeBaseline', { n: count(older) })}</p>}
          {apart > 0 && <p className="muted small">{t('quality.notCounted', { n: count(apart) })}</p>}
          {done.unanswered > 0 && (
            <p className="muted small">{t('quality.unanswered', { n: count(done.unanswered) })}</p>
          )}
        </>
      )}
    </Card>
  )
}

function Drifts({ drifts }: { drifts: Drift[] }) {
  const { t } = useTexts()
  return (
    drifts.length > 0 && (
      <Card title={t('quality.drifts')}>
        <ul className="quality-list">
          {drifts.map(one => (
            <li key={`${one.item} ${one.code}`}>
              <StateChip state="held">{t('quality.beganOn', { day: day(one.beganOn) })}</StateChip>{' '}
              <Link to={address('/quality/signals', { item: one.item, code: one.code })}>
                {one.codeName ?? one.code}
              </Link>{' '}
              · {one.name ?? one.item}
              <div className="muted small">
                {t('quality.driftWords', {
                  n: count(one.complaints),
                  expected: figure(one.expected),
                  day: day(one.alarmOn),
                })}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    )
  )
}

function Table({ rows }: { rows: SignalRow[] }) {
  const { t } = useTexts()
  if (rows.length === 0) {
    return (
      <Card>
        <Empty title={t('quality.noSignals')} />
      </Card>
    )
  }
  return (
    <Card>
      <Rows
        label={t('quality.tab.signals')}
        words={[t('quality.field.lot'), t('quality.field.code'), t('quality.field.verdict')]}
        numbers={[
          t('quality.field.n'),
          t('quality.field.expected'),
          t('quality.field.ratio'),
          t('quality.field.ebgm'),
          t('quality.field.interval'),
          t('quality.field.q'),
        ]}
      >
        {rows.map(row => (
          <tr key={`${row.lot.unit} ${row.code}`}>
            <td>
              <UnitLink named={row.lot} />
              <div className="muted small">
                {row.name ?? row.item}
                {row.tier === 'component' && ` · ${t('quality.asComponent')}`}
              </div>
            </td>
            <td>
              <Link to={address('/quality/signals', { item: row.item, code: row.code })}>
                {row.codeName ?? row.code}
              </Link>
            </td>
            <td>
              {isVerdict(row.verdict) && (
                <StateChip state={VERDICTS[row.verdict]}>{t(`quality.verdict.${row.verdict}`)}</StateChip>
              )}
            </td>
            <td className="num">
              <Link to={address('/quality/complaints', { code: row.code, item: row.item, lot: row.lot.lot })}>
                {count(row.n)}
              </Link>
            </td>
            <td className="num">{figure(row.expected)}</td>
            <td className="num">{figure(row.ratio)}</td>
            <td className="num">
              <b>{figure(row.ebgm)}</b>
            </td>
            <td className="num">
              {figure(row.eb05)} – {figure(row.eb95)}
            </td>
            <td className="num">{chance(row.q)}</td>
          </tr>
        ))}
      </Rows>
    </Card>
  )
}
