// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, type QueryValue } from '../api/client'
import type { Page, ShortEntry, UnitSummary } from '../api/model'
import type { Steps } from './model'

/** Few at first, for the page; many for those who ask for more. */
const STEPS = { first: 12, next: 100 }
const ENTRIES = 25

/** As many rows as a page of steps or contents has, after the cursor. */
export function stepsAfter(cursor: string) {
  return cursor === '' ? { limit: STEPS.first } : { limit: STEPS.next, cursor }
}

export function summaryQuestion(id: string) {
  return queryOptions({
    queryKey: ['unit', id, 'summary'],
    queryFn: ({ signal }) => api.get<UnitSummary>(`/units/${id}/summary`, {}, signal),
  })
}

/** Steps down (`parts`) or up (`uses`). */
export function stepsQuestion(path: string) {
  return infiniteQueryOptions<Steps, Error, InfiniteData<Steps>, string[], string>({
    queryKey: ['steps', path],
    queryFn: ({ pageParam, signal }) => api.get<Steps>(path, stepsAfter(pageParam), signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
}

/** A part of the ledger, the newest first unless the question says otherwise. */
export function timelineQuestion(path: string, query: Record<string, QueryValue> = {}) {
  const asked = { order: 'newest', view: 'short', limit: ENTRIES, ...query }
  return infiniteQueryOptions<Page<ShortEntry>, Error, InfiniteData<Page<ShortEntry>>, unknown[], string>({
    queryKey: ['timeline', path, asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ShortEntry>>(path, { ...asked, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
}

/** Asks all that the page of a unit asks first, so that the answers come while its program does. */
export function askForUnit(questions: QueryClient, id: string) {
  void questions.prefetchQuery(summaryQuestion(id))
  void questions.prefetchInfiniteQuery(timelineQuestion(`/units/${id}/history`))
  void questions.prefetchInfiniteQuery(stepsQuestion(`/units/${id}/parts`))
  void questions.prefetchInfiniteQuery(stepsQuestion(`/units/${id}/uses`))
}
