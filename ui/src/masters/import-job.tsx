// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { JOB_SIGNS, POLL_MS } from './import-jobs'
import { isOpen, type Job, type RowVerdict, STATUSES } from './import-model'
import { CountFilter, SheetNote, STATUS_STATES, verdictColumns } from './import-parts'
import { RecordList, usePages } from './record-list'

/** One import: how far it is, and the rows that somebody has to look at. It goes on when nobody looks. */
export function ImportJob() {
  const { t } = useTexts()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => api.get<Job>(`/imports/${segment(id)}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? POLL_MS : false),
  })
  useFresh(data)
  if (data === undefined) {
    return error ? <ProblemNotice error={error} retry={() => void refetch()} /> : <Waiting />
  }
  return (
    <>
      <PageHead
        title={data.name ?? t('masters.jobNumber', { id })}
        over={<Link to="/imports">{t('masters.tab.imports')}</Link>}
        states={
          <>
            <StateChip state={JOB_SIGNS[data.state]}>{t(`masters.job.${data.state}`)}</StateChip>
            <span className="muted small">
              <Ago at={data.createdAt} /> · {data.actor}
            </span>
          </>
        }
        actions={isOpen(data) && <Cancel job={data} />}
      />
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      <JobProgress job={data} />
      {data.failure && (
        <div className="card told" role="alert" data-state="bad">
          {data.failure}
        </div>
      )}
      <JobRows job={data} />
      <SheetNote sheet={data.sheet} kind={data.kind} />
    </>
  )
}

/** When an import ends, lists that were read before it are read again. */
function useFresh(job: Job | undefined) {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (job !== undefined) {
      if (wasOpen.current && !isOpen(job)) {
        void forgetAnswers()
      }
      wasOpen.current = isOpen(job)
    }
  }, [job])
}

function JobProgress({ job }: { job: Job }) {
  const { t } = useTexts()
  const words = t('masters.doneOf', { done: count(job.done), of: count(job.of) })
  return (
    <div className="card" style={{ marginBottom: 'var(--s4)' }} aria-live="polite">
      <div style={{ display: 'flex', gap: 'var(--s3)', alignItems: 'baseline', flexWrap: 'wrap' }}>
        <b>{words}</b>
        {isOpen(job) && <span className="muted small">{t('masters.goesOn')}</span>}
      </div>
      <Progress
        value={job.of === 0 ? 100 : (job.done / job.of) * 100}
        aria-label={words}
        color={job.state === 'failed' ? 'var(--bad)' : 'var(--ok)'}
        mt={8}
      />
    </div>
  )
}

function Cancel({ job }: { job: Job }) {
  const { t } = useTexts()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const cancel = async () => {
    setSure(false)
    try {
      await api.delete(`/imports/${job.id}`)
    } catch (e) {
      setError(e)
    }
    void forgetAnswers()
  }
  if (job.cancelling) {
    return <StateChip state="held">{t('masters.cancelling')}</StateChip>
  }
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      {sure ? (
        <>
          <span className="small" style={{ alignSelf: 'center' }}>
            {t('masters.cancelWhy')}
          </span>
          <Button variant="default" onClick={() => setSure(false)}>
            {t('masters.goOn')}
          </Button>
          <Button color="red" onClick={() => void cancel()}>
            {t('masters.cancelImport')}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setSure(true)}>
          {t('masters.cancelImport')}
        </Button>
      )}
    </>
  )
}

/** The counts; rows are kept where they were refused or taken with a remark, and those can be read. */
function JobRows({ job }: { job: Job }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const wanted = ['refused', 'warned'].find(status => status === params.get('status')) ?? ''
  const { counts } = job
  const pages = usePages<RowVerdict>(['import-rows', job.id, job.done, wanted], `/imports/${job.id}/rows`, {
    status: wanted,
  })
  const narrow = (status: string) => setParams(status === '' ? {} : { status }, { replace: true })
  const taken = STATUSES.filter(status => status !== 'refused' && counts[status] > 0)
  const kept = [
    { key: 'refused', label: t('masters.status.refused'), n: counts.refused, state: 'bad' as const },
    { key: 'warned', label: t('masters.warned'), n: counts.warned, state: 'held' as const },
  ].filter(({ n }) => n > 0)
  return (
    <>
      <div className="count-filter">
        {taken.map(status => (
          <div key={status} className="card count-button">
            <span className="count-number">{count(counts[status])}</span>
            <StateChip state={STATUS_STATES[status]}>{t(`masters.status.${status}`)}</StateChip>
          </div>
        ))}
        <CountFilter counts={kept} wanted={wanted} onChange={narrow} label={t('masters.narrowRows')} />
      </div>
      {kept.length > 0 ? (
        <>
          <h2 className="rows-title">{t('masters.toLookAt')}</h2>
          <RecordList
            pages={pages}
            columns={verdictColumns(job.kind, t)}
            keyOf={verdict => String(verdict.row)}
            label={t('masters.rows')}
            empty={<Empty title={t('masters.noRows')} />}
          />
        </>
      ) : (
        job.state === 'done' && <p className="muted">{t('masters.allTaken')}</p>
      )}
    </>
  )
}
