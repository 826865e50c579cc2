// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, segment } from '../api/client'
import type { Page } from '../api/model'
import type { Block, Kind, Numbering, NumberState, PoolNumber, Report, Samples } from './model'

const PAUSE_MS = 300
const BLOCKS_A_PAGE = 25
const NUMBERS_A_PAGE = 100

/** Values that the samples of a preview are made with. */
export const EXAMPLE = { line: 'L1', shift: 'A', count: 3 }

export function numberingPath(item: string): string {
  return `/items/${segment(item)}/numbering`
}

export function useNumbering(item: string, enabled = true) {
  return useQuery({
    queryKey: ['numbering', item],
    queryFn: ({ signal }) => api.get<Numbering>(numberingPath(item), {}, signal),
    enabled,
  })
}

/** What a template makes, asked a moment after somebody typed. */
export function useSamples(item: string, kind: Kind, template: string, reset: string) {
  const [asked] = useDebouncedValue(JSON.stringify({ template, reset }), PAUSE_MS)
  const { template: text, reset: when } = JSON.parse(asked) as { template: string; reset: string }
  return useQuery({
    queryKey: ['numbering-preview', item, kind, asked],
    queryFn: () =>
      api.post<Samples>('/numbering:preview', {
        item,
        kind,
        template: text,
        reset: when || undefined,
        ...EXAMPLE,
      }),
    enabled: text.trim() !== '',
    retry: false,
    staleTime: 60_000,
  })
}

export function useReport(item: string, kind: Kind) {
  return useQuery({
    queryKey: ['numbers', 'report', item, kind],
    queryFn: ({ signal }) => api.get<Report>(`${numberingPath(item)}/report`, { kind }, signal),
  })
}

export function useBlocks(item: string | undefined, kind: Kind | undefined) {
  return useInfiniteQuery({
    queryKey: ['numbers', 'blocks', item, kind],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Block>>(
        '/number-blocks',
        { item, kind, limit: BLOCKS_A_PAGE, cursor: pageParam || undefined },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
}

export type NumberFilter = { state?: NumberState; prefix?: string; block?: string }

export function useNumbers(item: string, kind: Kind, filter: NumberFilter) {
  return useInfiniteQuery({
    queryKey: ['numbers', 'list', item, kind, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PoolNumber>>(
        '/numbers',
        { item, kind, ...filter, limit: NUMBERS_A_PAGE, cursor: pageParam || undefined },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
}
