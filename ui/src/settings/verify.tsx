// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from '@mantine/core'
import { useMutation, useMutationState } from '@tanstack/react-query'
import { api } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'

type Report = { ok: boolean; entries: number; hash: string; seconds: number; firstDifference?: string }

const KEY = ['verify']

/**
 * The ledger is walked from its first entry. The request belongs to the window, not to this page: whoever leaves and
 * comes back finds it running, and cannot start it twice.
 */
export function Verify() {
  const { t } = useTexts()
  const start = useMutation({
    mutationKey: KEY,
    mutationFn: () => api.post<Report>('/verify'),
    gcTime: Number.POSITIVE_INFINITY,
  })
  const runs = useMutationState({
    filters: { mutationKey: KEY },
    select: ({ state }) => ({
      status: state.status,
      report: state.data as Report | undefined,
      error: state.error,
      startedAt: state.submittedAt,
    }),
  })
  const last = runs.at(-1)
  const running = last?.status === 'pending'
  return (
    <Card title={t('settings.ledger')}>
      <p className="small muted" style={{ marginTop: 0 }}>
        {t('settings.ledgerWhy')}
      </p>
      <div role="status" className="verify">
        {running && (
          <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Loader size="xs" aria-hidden />
            {t('settings.running', { when: new Date(last.startedAt).toLocaleTimeString() })}
          </span>
        )}
        {last?.status === 'success' && last.report !== undefined && (
          <Outcome report={last.report} at={last.startedAt} />
        )}
        {last?.status === 'error' && <ProblemNotice error={last.error} />}
      </div>
      <Button variant="default" onClick={() => start.mutate()} disabled={running}>
        {t(last === undefined || running ? 'settings.verify' : 'settings.again')}
      </Button>
    </Card>
  )
}

function Outcome({ report, at }: { report: Report; at: number }) {
  const { t } = useTexts()
  const entries = t('settings.entries', { count: report.entries, entries: count(report.entries) })
  return (
    <>
      <StateChip state={report.ok ? 'ok' : 'bad'}>{t(report.ok ? 'settings.verified' : 'settings.wrong')}</StateChip>
      <span className="small">
        {t('settings.verifiedHow', { entries, seconds: count(report.seconds) })} ·{' '}
        <Ago at={new Date(at).toISOString()} />
      </span>
      <span className="small muted">
        {t('settings.hash')} <Code>{report.hash}</Code>
      </span>
      {report.firstDifference && (
        <>
          <span>
            <b>{t('settings.first')}:</b> {report.firstDifference}
          </span>
          <span>{t('settings.wrongDo')}</span>
        </>
      )}
    </>
  )
}
