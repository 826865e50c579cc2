// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { api, segment } from '../api/client'
import type { Item } from '../api/model'
import type { Check, Picture, Step, TraceAnswer } from './model'
import { hasSeed, keyOf, paramsOf, type Question } from './question'

const UNITS_A_PAGE = 200
/** An answer is kept as long as somebody may come back to it. */
const KEPT_MS = 30 * 60_000

const startedMs = new Map<string, number>()

/** When the answer that is awaited was asked for; it goes on while its page is left. */
export function askedMs(question: Question): number {
  return startedMs.get(keyOf(question)) ?? Date.now()
}

/**
 * The answer, with its units page by page. Leaving the page does not take the question back: whoever returns to the
 * same link finds it answered.
 */
export function useTrace(question: Question) {
  const key = keyOf(question)
  return useInfiniteQuery({
    queryKey: ['trace', key],
    queryFn: async ({ pageParam }) => {
      const from = performance.now()
      if (pageParam === null) {
        startedMs.set(key, Date.now())
      }
      const answer = await api.get<TraceAnswer>('/trace', {
        ...paramsOf(question),
        limit: UNITS_A_PAGE,
        cursor: pageParam,
      })
      return { answer, tookMs: performance.now() - from }
    },
    initialPageParam: null as string | null,
    getNextPageParam: last => last.answer.next ?? null,
    enabled: hasSeed(question),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: false,
  })
}

/** Why a unit is in the answer. */
export function usePath(question: Question, unit: string | null) {
  return useQuery({
    queryKey: ['trace-path', keyOf(question), unit],
    queryFn: () => api.get<{ steps: Step[] }>('/trace/path', { ...paramsOf(question), unit }),
    enabled: unit !== null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/**
 * Has the reference work a pinned question out again, when somebody says so: it reads the whole ledger, and is not
 * asked twice for what cannot change.
 */
export function useCheck(question: Question, hash: string) {
  return useQuery({
    queryKey: ['trace-check', keyOf(question), hash],
    queryFn: ({ signal }) => api.get<Check>('/trace/check', { ...paramsOf(question), hash }, signal),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    retry: false,
  })
}

/** The picture of a pinned question; the one before stays in sight while folds open. */
export function usePicture(question: Question, open: readonly string[]) {
  const key = keyOf(question)
  return useQuery({
    queryKey: ['trace-picture', key, open.join(',')],
    queryFn: () => api.get<Picture>('/trace/picture', { ...paramsOf(question), open: open.join(',') }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: false,
    placeholderData: (before, query) => (query?.queryKey[1] === key ? before : undefined),
  })
}

export type Items = ReadonlyMap<string, Item>

/** More items than this keep their codes. */
const NAMED_MAX = 60

/** Names and units of items, as they come in. */
export function useItems(codes: readonly string[]): Items {
  return useQueries({
    queries: [...new Set(codes)].slice(0, NAMED_MAX).map(code => ({
      queryKey: ['trace-item', code],
      queryFn: () => api.get<Item>(`/items/${segment(code)}`),
      staleTime: 10 * 60_000,
    })),
    combine: answers =>
      new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.code, data] as const]))),
  })
}
