// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { type QueryKey, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { api, type QueryValue, segment } from '../api/client'
import type { Page } from '../api/model'
import { questions } from '../api/questions'
import type { Reached } from '../trace/model'
import type { Diff, Evaluated, Scope, Verified, Version } from './model'

const SCOPES_A_PAGE = 50
const UNITS_A_PAGE = 100

const path = (id: string) => `/scopes/${segment(id)}`

/** A list of the API, page by page. */
function usePages<T extends { nextCursor?: string }>(
  queryKey: QueryKey,
  from: string,
  query: Record<string, QueryValue>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.get<T>(from, { ...query, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
}

export function useScopes() {
  return usePages<Page<Scope>>(['scopes'], '/scopes', { limit: SCOPES_A_PAGE })
}

export function useScope(id: string) {
  return useQuery({ queryKey: ['scope', id], queryFn: ({ signal }) => api.get<Scope>(path(id), {}, signal) })
}

/** One answer; it never changes. */
export function useVersion(id: string, version: number) {
  return useQuery({
    queryKey: ['scope', id, 'version', version],
    queryFn: ({ signal }) => api.get<Version>(`${path(id)}/versions/${version}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useVersionUnits(id: string, version: number) {
  return usePages<Page<Reached>>(['scope', id, 'units', version], `${path(id)}/versions/${version}/units`, {
    limit: UNITS_A_PAGE,
  })
}

export function useDiff(id: string, from: number, to: number) {
  return usePages<Diff>(['scope', id, 'diff', from, to], `${path(id)}/diff`, { from, to, limit: UNITS_A_PAGE })
}

/** Asks the question again; what is new of it is a new version. */
export function useEvaluate(id: string, done: (evaluated: Evaluated) => void) {
  return useMutation({
    mutationFn: () => api.post<Evaluated>(`${path(id)}:evaluate`),
    onSuccess: async evaluated => {
      await Promise.all([
        questions.invalidateQueries({ queryKey: ['scopes'] }),
        questions.invalidateQueries({ queryKey: ['scope', id], exact: true }),
      ])
      done(evaluated)
    },
  })
}

export function useVerify(id: string) {
  return useMutation({ mutationFn: () => api.post<Verified>(`${path(id)}:verify`) })
}
