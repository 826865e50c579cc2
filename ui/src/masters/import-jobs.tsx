// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { isOpen, type Job, type JobState } from './import-model'
import type { Page } from './model'

/** How often imports that are not over are asked for again. */
export const POLL_MS = 1_500

export const JOB_SIGNS = {
  queued: 'gone',
  running: 'info',
  done: 'ok',
  cancelled: 'gone',
  failed: 'bad',
} as const satisfies Record<JobState, string>

/** The imports in the background, newest first. */
export function Jobs() {
  const { t } = useTexts()
  const pages = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam, signal }) => api.get<Page<Job>>('/imports', { limit: 20, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(page => page.items.some(isOpen)) ? POLL_MS : false),
  })
  const jobs = pages.data?.pages.flatMap(page => page.items) ?? []
  return (
    <Card title={t('masters.jobs')}>
      {pages.error && pages.data === undefined ? (
        <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <Waiting />
      ) : jobs.length === 0 ? (
        <Empty title={t('masters.noJobs')}>{t('masters.noJobsWhy')}</Empty>
      ) : (
        <ul className="jobs">
          {jobs.map(job => (
            <li key={job.id}>
              <JobRow job={job} />
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button variant="subtle" onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {t('masters.older')}
        </Button>
      )}
    </Card>
  )
}

function JobRow({ job }: { job: Job }) {
  const { t } = useTexts()
  return (
    <div className="job">
      <Link className="row-link" to={`/imports/${job.id}`}>
        {job.name ?? t('masters.jobNumber', { id: job.id })}
      </Link>
      <span className="muted small">
        {t(`masters.importKind.${job.kind}`)} · {t('masters.doneOf', { done: count(job.done), of: count(job.of) })}
        {' · '}
        <Ago at={job.createdAt} /> · {job.actor}
      </span>
      <StateChip state={JOB_SIGNS[job.state]}>{t(`masters.job.${job.state}`)}</StateChip>
      {job.counts.refused > 0 && (
        <StateChip state="bad">{t('masters.refusedCount', { count: job.counts.refused })}</StateChip>
      )}
    </div>
  )
}
