// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, Problem, Unreachable } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Ago } from '../parts/when'

type Info = { build?: { version?: string; time?: string } }

type Head = { items: { seq: number; hash: string; recordedAt: string }[] }

/** What the server says of itself; it is no part of the API and may be switched off. */
async function info(signal: AbortSignal): Promise<Info> {
  const answer = await fetch('/actuator/info', { signal, credentials: 'same-origin' }).catch((e: unknown) => {
    throw new Unreachable(e)
  })
  return answer.ok ? ((await answer.json()) as Info) : {}
}

/** The version of the server and the head of its ledger. */
export function About() {
  const { t } = useTexts()
  const server = useQuery({ queryKey: ['info'], queryFn: ({ signal }) => info(signal) })
  const head = useQuery({
    queryKey: ['head'],
    queryFn: ({ signal }) => api.get<Head>('/entries', { order: 'newest', view: 'short', limit: 1 }, signal),
  })
  const last = head.data?.items[0]
  return (
    <Card title={t('settings.about')}>
      {head.error instanceof Problem && <ProblemNotice error={head.error} retry={() => void head.refetch()} />}
      <dl className="pairs-list">
        {server.data?.build?.version && (
          <>
            <dt>{t('settings.version')}</dt>
            <dd>{server.data.build.version}</dd>
          </>
        )}
        {server.data?.build?.time && (
          <>
            <dt>{t('settings.started')}</dt>
            <dd>
              <Ago at={server.data.build.time} />
            </dd>
          </>
        )}
        {last !== undefined && (
          <>
            <dt>{t('settings.lastEntry')}</dt>
            <dd>
              <Link to={`/entries/${last.seq}`}>{count(last.seq)}</Link>{' '}
              <span className="muted small">
                <Ago at={last.recordedAt} />
              </span>
            </dd>
            <dt>{t('settings.hash')}</dt>
            <dd>
              <Code>{last.hash}</Code>
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}
