// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useSendOnce } from '../api/send-once'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { MoreButton } from '../lookup/more-button'
import { faultsOf, restOf } from '../masters/faults'
import { Count, Line } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { type State, StateChip } from '../parts/state'
import { SeedBox } from '../trace/seed-box'
import { pathOf } from './addresses'
import { today } from './disposal-form'
import { Later } from './later'
import { CaseRow, ListTabs } from './list'
import { useDoes } from './may'
import type { DrillPlan, Recall } from './model'
import { SeedRows } from './seed-rows'
import { draftOf, isWhole, questionOf, type SeedDraft } from './seeds'
import { useRecalls } from './use-recalls'

/** Drills: when the next is due, those that were run, and the way to run one. */
export function Drills() {
  const { t } = useTexts()
  const does = useDoes()
  const [running, setRunning] = useState(false)
  return (
    <div className="page-parts recall">
      <PageHead
        title={t('recalls.drills')}
        over={t('recalls.drillsWhat')}
        actions={
          does('advance') &&
          !running && (
            <Button leftSection={<IconFlame size={16} aria-hidden />} onClick={() => setRunning(true)}>
              {t('recalls.do.runDrill')}
            </Button>
          )
        }
      />
      <ListTabs open="drills" />
      {running && <RunDrill close={() => setRunning(false)} />}
      <Plan mayChange={does('advance')} />
      <History />
    </div>
  )
}

const BLANK = { direction: 'forward' as const, seed: {}, policy: {} }

/** A drill on the real book: it stops nothing, tells nobody, and is measured. */
function RunDrill({ close }: { close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [title, setTitle] = useState(() => t('recalls.drillTitle', { day: day(today()) }))
  const [seeds, setSeeds] = useState<SeedDraft[]>([])
  const { send, error, busy } = useSendOnce<Recall>('/drills')
  const fault = faultsOf(error)
  const submit = async () => {
    const recall = await send({ title: title.trim(), question: questionOf(seeds) })
    if (recall !== null) {
      void navigate(pathOf(recall.number))
    }
  }
  return (
    <Card title={t('recalls.do.runDrill')}>
      <p className="muted recall-words">{t('recalls.drillHow')}</p>
      <form
        noValidate
        onSubmit={e => {
          e.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          <Line label={t('recalls.field.title')} value={title} error={fault('/title')} onChange={setTitle} />
          <div>
            <SeedBox question={BLANK} onSeed={seed => setSeeds([...seeds, draftOf(seed)])} />
          </div>
          <SeedRows seeds={seeds} empty={[]} fault={fault} onChange={setSeeds} />
          {error !== null && <ProblemNotice error={restOf(error, /^\/(title|question\/seeds\/.*)$/)} />}
          <div className="form-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button
              type="submit"
              size="md"
              loading={busy}
              disabled={title.trim() === '' || seeds.length === 0 || !seeds.every(isWhole)}
            >
              {t('recalls.do.runDrill')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}

function Plan({ mayChange }: { mayChange: boolean }) {
  const { t } = useTexts()
  const plan = useQuery({
    queryKey: ['drill-plan'],
    queryFn: ({ signal }) => api.get<DrillPlan>('/drill-plan', {}, signal),
  })
  const data = plan.data
  return (
    <Card title={t('recalls.drillPlan')}>
      {plan.isError && <ProblemNotice error={plan.error} retry={() => void plan.refetch()} />}
      {plan.isPending && <Waiting />}
      {data !== undefined && (
        <>
          <Facts
            facts={[
              [t('recalls.planEvery'), data.everyDays !== undefined && t('recalls.days', { n: count(data.everyDays) })],
              [t('recalls.planWarn'), data.warnDays !== undefined && t('recalls.days', { n: count(data.warnDays) })],
              [t('recalls.lastRun'), <LastRun key="last" plan={data} />],
              [t('recalls.nextDue'), <Due key="due" plan={data} />],
            ]}
          />
          {mayChange && <Later words={t('recalls.change')}>{done => <PlanForm plan={data} done={done} />}</Later>}
        </>
      )}
    </Card>
  )
}

function LastRun({ plan: { lastRun, lastDrill } }: { plan: DrillPlan }) {
  const { t } = useTexts()
  if (lastRun === undefined) {
    return t('recalls.never')
  }
  return lastDrill === undefined ? day(lastRun) : <Link to={pathOf(lastDrill)}>{day(lastRun)}</Link>
}

const DUE = { none: 'gone', planned: 'ok', soon: 'held', due: 'bad' } as const satisfies Record<
  DrillPlan['state'],
  State
>

/** When the next drill is due; late is bad, soon is a warning. */
function Due({ plan: { state, nextDue } }: { plan: DrillPlan }) {
  const { t } = useTexts()
  return (
    <StateChip state={DUE[state]}>
      {nextDue === undefined ? t('recalls.noPlan') : t(`recalls.plan.${state}`, { day: day(nextDue) })}
    </StateChip>
  )
}

function PlanForm({ plan, done }: { plan: DrillPlan; done: () => void }) {
  const { t } = useTexts()
  const [everyDays, setEveryDays] = useState(plan.everyDays)
  const [warnDays, setWarnDays] = useState(plan.warnDays)
  const kept = useMutation({
    mutationFn: () => api.put<DrillPlan>('/drill-plan', { everyDays, warnDays, version: plan.version }),
    onSuccess: () => {
      void forgetAnswers()
      done()
    },
  })
  const fault = faultsOf(kept.error)
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        kept.mutate()
      }}
    >
      <Stack gap="md">
        <div className="form-two">
          <Count
            label={t('recalls.planEvery')}
            description={t('recalls.inDays')}
            value={everyDays}
            error={fault('/everyDays')}
            onChange={setEveryDays}
          />
          <Count
            label={t('recalls.planWarn')}
            description={t('recalls.inDays')}
            value={warnDays}
            error={fault('/warnDays')}
            onChange={setWarnDays}
          />
        </div>
        {kept.isError && <ProblemNotice error={restOf(kept.error, /^\/(everyDays|warnDays)$/)} />}
        <div className="form-buttons">
          <Button variant="default" onClick={done}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" loading={kept.isPending}>
            {t('masters.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function History() {
  const { t } = useTexts()
  const { pages, rows } = useRecalls({ kind: 'mock' })
  return (
    <Card title={t('recalls.drillHistory')}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data !== undefined && rows.length === 0 && (
        <Empty title={t('recalls.noDrills')}>{t('recalls.noDrillsHow')}</Empty>
      )}
      <ul className="recall-list">
        {rows.map(head => (
          <CaseRow key={head.number} head={head} />
        ))}
      </ul>
      <MoreButton of={pages} />
    </Card>
  )
}
