// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Ago } from '../parts/when'
import type { Change } from './model'

/** How a record of the masters came to be as it is: who changed which field and when, the newest first. */
export function Changes({ path }: { path: string }) {
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['changes', path],
    queryFn: ({ signal }) => api.get<Change[]>(path, {}, signal),
  })
  const changes = answer.data ?? []
  return (
    <Card title={t('lookup.changes')}>
      {answer.isPending && <Waiting rows={2} />}
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      <ol className="timeline">
        {[...changes].reverse().map((change, i, newest) => (
          <li key={change.version}>
            <ChangeWords change={change} before={newest[i + 1]} />
            <div className="muted small entry-line">
              <Ago at={new Date(change.atUs / 1000).toISOString()} />
              <span>{change.actor}</span>
              <span>{t('lookup.version', { version: change.version })}</span>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ChangeWords({ change, before }: { change: Change; before?: Change }) {
  const { t } = useTexts()
  if (before === undefined) {
    return <b>{t('lookup.created')}</b>
  }
  return differences(before.body, change.body).map(({ field, from, to }) => (
    <div key={field}>
      <b>{field}</b>: {from && <s className="muted">{from}</s>} <Code>{to || '–'}</Code>
    </div>
  ))
}

export type Difference = { field: string; from: string; to: string }

/** The fields that differ between two versions of a record, each a JSON object; what is absent is empty. */
export function differences(before: string, after: string): Difference[] {
  const [old, now] = [before, after].map(text => JSON.parse(text) as Record<string, unknown>)
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
  return fields
    .filter(field => field !== 'version')
    .map(field => ({ field, from: text(old?.[field]), to: text(now?.[field]) }))
    .filter(({ from, to }) => from !== to)
}

function text(value: unknown): string {
  if (value === undefined || value === null) {
    return ''
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
