// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Progress, Select, TextInput } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { address } from '../api/client'
import { useSendOnce } from '../api/send-once'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { RecordList } from '../masters/record-list'
import { Empty, ProblemNotice } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { UnitWords } from '../quality/words'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { pathOf } from './addresses'
import { daysAfter, today } from './days'
import type { Judging, Standing } from './model'
import { CareTabs } from './tabs'
import { type StandingFilter, useJudging, useStandings } from './use-care'
import { CoverChip } from './words'

const STATES = ['covered', 'expired', 'notStarted', 'unknown', 'none'] as const

/** How soon warranties end that one looks for first. */
const SOON = [30, 90] as const

const FIELDS = ['item', 'state', 'endsFrom', 'endsTo'] as const

function filterOf(params: URLSearchParams): StandingFilter {
  return Object.fromEntries(FIELDS.flatMap(name => (params.get(name) ? [[name, params.get(name)]] : [])))
}

/** Until when each serial is covered; those that end soon first to be seen. */
export function Standings() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const filter = filterOf(params)
  const pages = useStandings(filter)
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  return (
    <div className="page-parts care">
      <PageHead title={t('care.tab.standings')} over={t('care.standingsWhat')} />
      <CareTabs open="standings" />
      <JudgingCard />
      <Filters filter={filter} set={set} />
      <RecordList<Standing>
        pages={pages}
        label={t('care.tab.standings')}
        keyOf={row => row.unit.unit ?? ''}
        empty={<Empty title={t('care.noStandings')}>{t('care.noStandingsHow')}</Empty>}
        columns={[
          { head: t('care.field.unit'), cell: row => <UnitWords unit={row.unit} /> },
          { head: t('care.field.state'), cell: row => <CoverChip state={row.state} /> },
          { head: t('care.field.ends'), cell: row => (row.end === undefined ? '' : day(row.end)) },
          { head: t('care.field.begins'), cell: row => (row.start === undefined ? '' : day(row.start)), wide: true },
          {
            head: t('care.field.term'),
            cell: row => row.term !== undefined && <Link to={pathOf('terms', row.term)}>{row.term}</Link>,
            wide: true,
          },
          {
            head: t('care.tab.desk'),
            cell: row => <Link to={address(pathOf('desk'), { unit: row.unit.unit })}>{t('care.do.open')}</Link>,
            wide: true,
          },
        ]}
      />
    </div>
  )
}

function Filters({
  filter,
  set,
}: {
  filter: StandingFilter
  set: (patch: Record<string, string | undefined>) => void
}) {
  const { t } = useTexts()
  const now = today()
  return (
    <>
      <div className="care-chips no-print">
        {SOON.map(days => {
          const chosen = filter.endsFrom === now && filter.endsTo === daysAfter(now, days)
          return (
            <Button
              key={days}
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={() =>
                set(
                  chosen
                    ? { endsFrom: undefined, endsTo: undefined, state: undefined }
                    : { endsFrom: now, endsTo: daysAfter(now, days), state: 'covered' },
                )
              }
            >
              {t('care.endsWithin', { n: days })}
            </Button>
          )
        })}
      </div>
      <div className="care-filters no-print">
        <ItemField
          label={t('care.field.item')}
          placeholder={t('care.any')}
          value={filter.item ?? ''}
          onChange={item => set({ item: item || undefined })}
        />
        <Select
          label={t('care.field.state')}
          data={STATES.map(state => ({ value: state, label: t(`care.state.${state}`) }))}
          value={filter.state ?? null}
          onChange={state => set({ state: state ?? undefined })}
          placeholder={t('care.any')}
          clearable
          size="md"
        />
        {(['endsFrom', 'endsTo'] as const).map(name => (
          <TextInput
            key={name}
            type="date"
            size="md"
            label={t(`care.field.${name}`)}
            value={filter[name] ?? ''}
            onChange={e => set({ [name]: e.currentTarget.value || undefined })}
          />
        ))}
      </div>
    </>
  )
}

const CHANGES = ['longer', 'shorter', 'newly', 'noMore'] as const

/** How far the judging is, and what it changed; it begins by itself after a term changed. */
function JudgingCard() {
  const { t } = useTexts()
  const judging = useJudging()
  const maySettle = useMe().may.includes('settle')
  const { send, error, busy } = useSendOnce<unknown>('/standings:judge')
  const job = judging.data
  return (
    <Card
      title={t('care.judging')}
      aside={
        maySettle && (
          <Button
            variant="subtle"
            size="compact-sm"
            className="no-print"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={busy}
            disabled={job?.state === 'running'}
            onClick={() => void send({})}
          >
            {t('care.do.judgeAll')}
          </Button>
        )
      }
    >
      {error !== null && <ProblemNotice error={error} />}
      {judging.isError && <ProblemNotice error={judging.error} retry={() => void judging.refetch()} />}
      {job !== undefined && <Job job={job} />}
    </Card>
  )
}

function Job({ job }: { job: Judging }) {
  const { t } = useTexts()
  const changed = CHANGES.filter(name => job.changed[name] > 0)
  if (job.state === 'running') {
    const words = t('care.judged', { n: count(job.judged), of: count(job.total) })
    return (
      <div role="status">
        <Progress value={(100 * job.judged) / Math.max(1, job.total)} aria-label={words} />
        <p className="muted small">{words}</p>
      </div>
    )
  }
  return (
    <>
      {job.state === 'failed' && <StateChip state="bad">{t('care.judgingFailed')}</StateChip>}
      {job.startedAt === undefined ? (
        <p className="muted">{t('care.neverJudged')}</p>
      ) : (
        <p>
          {t('care.judgedAll', { n: count(job.judged), seconds: count(Math.round(job.seconds ?? 0)) })}{' '}
          <span className="muted small">
            <Ago at={job.startedAt} />
          </span>
        </p>
      )}
      {changed.length > 0 && (
        <p className="care-chips">
          {changed.map(name => (
            <StateChip key={name} state={name === 'longer' || name === 'newly' ? 'ok' : 'held'}>
              {t(`care.changed.${name}`, { n: count(job.changed[name]) })}
            </StateChip>
          ))}
        </p>
      )}
    </>
  )
}
