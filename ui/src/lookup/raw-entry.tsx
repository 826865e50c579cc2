// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import type { FullEntry } from './model'

/** Characters that are shown; an act with 100,000 serials has some megabytes. */
const SHOWN_MAX = 50_000

/** The entry as the API gives it, folded away. */
export function RawEntry({ seq }: { seq: number }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const full = useQuery({
    queryKey: ['entry', seq, 'full'],
    queryFn: ({ signal }) => api.get<FullEntry>(`/entries/${seq}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: open,
  })
  const text = open && full.data ? JSON.stringify(full.data, null, 2) : ''
  return (
    <details className="card no-print" onToggle={e => setOpen(e.currentTarget.open)}>
      <summary>{t('lookup.raw')}</summary>
      {full.isError && <ProblemNotice error={full.error} retry={() => void full.refetch()} />}
      {open && full.isPending && <Waiting />}
      {text !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section className="raw-entry" tabIndex={0} aria-label={t('lookup.raw')}>
          <pre className="code">{text.slice(0, SHOWN_MAX)}</pre>
        </section>
      )}
      {text.length > SHOWN_MAX && <a href={`/api/v1/entries/${seq}`}>{t('lookup.rawAll')}</a>}
    </details>
  )
}
