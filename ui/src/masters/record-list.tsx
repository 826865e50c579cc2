// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { api, type QueryValue } from '../api/client'
import { ProblemNotice, Waiting } from '../parts/notices'
import type { Page } from './model'

export type Column<T> = {
  head: string
  cell: (row: T) => ReactNode
  num?: boolean
  /** Left out where there is little room; the first column then says what matters. */
  wide?: boolean
}

const ROW_HEIGHT = 37

/** How many rows before the end the next page is asked for. */
const AHEAD = 20

/** The pages of a list, as far as they were read. */
export function usePages<T>(key: QueryKey, path: string, query: Record<string, QueryValue>, limit = 100) {
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path, { ...query, limit, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    placeholderData: before => before,
  })
  return { pages, rows: pages.data?.pages.flatMap(page => page.items) ?? [] }
}

type Props<T> = {
  pages: ReturnType<typeof usePages<T>>
  columns: Column<T>[]
  keyOf: (row: T) => string
  label: string
  empty: ReactNode
}

/** A list that goes on as far as one scrolls; only what is seen is on the page. */
export function RecordList<T>({ pages: { pages, rows }, columns, keyOf, label, empty }: Props<T>) {
  if (pages.error && pages.data === undefined) {
    return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) {
    return <Waiting rows={8} />
  }
  if (rows.length === 0) {
    return <div className="card">{empty}</div>
  }
  return (
    <>
      <VirtualTable
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        label={label}
        more={
          pages.hasNextPage && !pages.isFetchingNextPage && !pages.isError ? () => void pages.fetchNextPage() : null
        }
      />
      {pages.isFetchingNextPage && <Waiting rows={2} />}
      {pages.error && <ProblemNotice error={pages.error} retry={() => void pages.fetchNextPage()} />}
    </>
  )
}

/** A table of which only the rows in the window are there; the others are room above and below. */
export function VirtualTable<T>(props: {
  rows: T[]
  columns: Column<T>[]
  keyOf: (row: T) => string
  label: string
  more?: (() => void) | null
}) {
  const { rows, columns, keyOf, label, more } = props
  const table = useRef<HTMLTableElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const box = table.current?.getBoundingClientRect()
    setTop(box === undefined ? 0 : box.top + window.scrollY)
  }, [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollMargin: top,
    getItemKey: n => (rows[n] === undefined ? n : keyOf(rows[n])),
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)
  const near = last !== undefined && last.index >= rows.length - AHEAD
  useEffect(() => {
    if (near) {
      more?.()
    }
  }, [near, more])

  const above = (shown[0]?.start ?? top) - top
  const below = virtual.getTotalSize() - ((last?.end ?? top) - top)
  return (
    <div className="card record-list">
      <table ref={table} className="rows" aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.head} scope="col" className={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Room height={above} />}
          {shown.map(({ index, key }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <tr key={key} ref={virtual.measureElement} data-index={index}>
                {columns.map(column => (
                  <td key={column.head} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && <Room height={below} />}
        </tbody>
      </table>
    </div>
  )
}

function Room({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function classOf({ num, wide }: { num?: boolean; wide?: boolean }): string | undefined {
  return [num && 'num', wide && 'wide'].filter(Boolean).join(' ') || undefined
}
