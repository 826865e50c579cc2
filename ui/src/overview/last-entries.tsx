// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client'
import type { ShortEntry } from '../api/model'
import { useTexts } from '../i18n/texts'
import { EntryWords } from '../lookup/entry-words'
import { EntryLine } from '../lookup/timeline'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'

const SHOWN = 10
const AGAIN_MS = 30_000

/** What was recorded last. */
export function LastEntries() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['last-entries'],
    queryFn: ({ signal }) =>
      api.get<{ items: ShortEntry[] }>('/entries', { order: 'newest', view: 'short', limit: SHOWN }, signal),
    refetchInterval: AGAIN_MS,
  })
  return (
    <Card title={t('overview.last')} aside={<Link to="/entries">{t('overview.all')}</Link>}>
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={8} />}
      {data !== undefined && (
        <ol className="timeline">
          {data.items.map(entry => (
            <li key={entry.seq} data-voided={entry.correctedBy !== undefined || undefined}>
              <EntryWords entry={entry} rows={1} />
              <EntryLine entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
