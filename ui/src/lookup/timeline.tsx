// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { type QueryValue, segment } from '../api/client'
import type { ShortEntry } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { EntryWords } from './entry-words'
import { timelineQuestion } from './unit-questions'

/**
 * A part of the ledger as a story, the newest first unless the question says otherwise. A page may be empty and have
 * another after it: then the next one is asked for at the reader's word.
 */
export function Timeline({
  path,
  query = {},
  of,
  empty,
}: {
  path: string
  query?: Record<string, QueryValue>
  of?: string
  empty: ReactNode
}) {
  const { t } = useTexts()
  const answer = useInfiniteQuery(timelineQuestion(path, query))
  const entries = useMemo(() => answer.data?.pages.flatMap(page => page.items) ?? [], [answer.data])
  if (answer.isPending) {
    return <Waiting rows={6} />
  }
  if (answer.isError && entries.length === 0) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  return (
    <>
      {entries.length === 0 && !answer.hasNextPage && empty}
      {entries.length > 0 && (
        <ol className="timeline">
          {entries.map(entry => (
            <li key={entry.seq} data-voided={entry.correctedBy !== undefined || undefined}>
              <EntryWords entry={entry} of={of} />
              <EntryLine entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {answer.isFetchNextPageError && <ProblemNotice error={answer.error} />}
      {answer.hasNextPage && (
        <Button
          variant="default"
          className="no-print"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t((query.order ?? 'newest') === 'newest' ? 'lookup.earlier' : 'lookup.later')}
        </Button>
      )}
    </>
  )
}

/** When, by whom, by which document, under which number; and what became of it. */
export function EntryLine({ entry }: { entry: ShortEntry }) {
  const { t } = useTexts()
  return (
    <div className="muted small entry-line">
      <Ago at={entry.occurredAt} />
      <span>{entry.actor}</span>
      {entry.document && <Link to={`/documents/${segment(entry.document)}`}>{entry.document}</Link>}
      <Link to={`/entries/${entry.seq}`}>{t('lookup.entryNumber', { seq: count(entry.seq) })}</Link>
      {entry.reason && <span>{t('lookup.quoted', { text: entry.reason })}</span>}
      {entry.correctedBy !== undefined && (
        <Link to={`/entries/${entry.correctedBy}`}>
          <StateChip state="bad">{t('lookup.voidedBy', { seq: count(entry.correctedBy) })}</StateChip>
        </Link>
      )}
    </div>
  )
}

export function NoEntries() {
  const { t } = useTexts()
  return <Empty title={t('lookup.noEntries')} />
}
