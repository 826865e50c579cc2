// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type InfiniteData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { api, type QueryValue } from '../api/client'
import type { Page } from '../api/model'

const PAGE_ROWS = 200

/** Pages in memory; those before and after are asked again when somebody scrolls back to them. */
const PAGES_MAX = 15

/** Rows that are made ready beyond what is seen. */
const OVERSCAN = 15

const NO_ROWS: never[] = []

/**
 * Where a page begins. Each knows the one before it, so that pages that were forgotten are found again; for a million
 * rows it is some thousand of these.
 */
type Begin = { cursor?: string; rowsBefore: number; previous?: Begin }

const START: Begin = { rowsBefore: 0 }

/**
 * Rows that may be above the top of the scrolled box before the box is moved: browsers end at some 17 million pixels,
 * which are 250,000 rows on a phone.
 */
const ABOVE_MAX = 150_000

/** The row at which the scrolled box begins; it moves in large steps and seldom. */
export function baseOf(firstLoaded: number): number {
  const steps = Math.floor(firstLoaded / (ABOVE_MAX / 2)) - 1
  return Math.max(0, steps) * (ABOVE_MAX / 2)
}

/**
 * A list of any length: rows are asked for as they are scrolled to and forgotten when they are far away. The height
 * of a row is fixed, so that the scroll bar never jumps.
 */
export function useLongList<T>(
  path: string,
  query: Record<string, QueryValue>,
  rowHeight: number,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const answer = useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>, Begin>, QueryKey, Begin>({
    queryKey: ['long-list', path, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(path, { ...query, limit: PAGE_ROWS, cursor: pageParam.cursor }, signal),
    initialPageParam: START as Begin,
    getNextPageParam: (last, _all, begin) =>
      last.nextCursor === undefined
        ? undefined
        : { cursor: last.nextCursor, rowsBefore: begin.rowsBefore + last.items.length, previous: begin },
    getPreviousPageParam: (_first, _all, begin) => begin.previous,
    maxPages: PAGES_MAX,
    // Comparing every old page with every new one, link by link, would cost more than it saves.
    structuralSharing: false,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })

  const pages = answer.data?.pages
  const firstRow = answer.data?.pageParams[0]?.rowsBefore ?? 0
  const rows = useMemo(() => pages?.flatMap(page => page.items) ?? (NO_ROWS as T[]), [pages])
  const base = baseOf(firstRow)
  const end = firstRow + rows.length + (answer.hasNextPage ? 1 : 0)

  const virtual = useVirtualizer({
    count: end - base,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])

  const lastBase = useRef(base)
  useLayoutEffect(() => {
    if (scroller.current !== null && lastBase.current !== base) {
      scroller.current.scrollTop -= (base - lastBase.current) * rowHeight
    }
    lastBase.current = base
  }, [base, rowHeight, scroller])

  const key = JSON.stringify([path, query])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [key, scroller])

  const seen = virtual.getVirtualItems()
  const from = (seen[0]?.index ?? 0) + base
  const to = (seen.at(-1)?.index ?? 0) + base
  const { hasNextPage, hasPreviousPage, isFetching, isError, fetchNextPage, fetchPreviousPage } = answer
  useEffect(() => {
    if (isFetching || isError) {
      return
    }
    if (hasPreviousPage && from < firstRow) {
      void fetchPreviousPage()
    } else if (hasNextPage && to >= end - 1) {
      void fetchNextPage()
    }
  }, [from, to, firstRow, end, isFetching, isError, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage])

  return {
    answer,
    height: virtual.getTotalSize(),
    /** The rows that are near the reader; without a value those that are being asked for. */
    near: seen.map(item => ({
      key: item.index + base,
      top: item.start,
      value: rows[item.index + base - firstRow] as T | undefined,
    })),
    isEmpty: answer.isSuccess && rows.length === 0 && !answer.hasNextPage && firstRow === 0,
  }
}
