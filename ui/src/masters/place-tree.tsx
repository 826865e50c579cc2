// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import { type Page, PLACE_KINDS, type Place } from './model'
import { type TreeRow, treeRows } from './tree'

const PAGE = 1_000
const PAGES_MAX = 20
const ROW_HEIGHT = 40

/** With more places than this only the sites stand open at first. */
const OPEN_ALL_MAX = 120

type Forest = { places: Place[]; complete: boolean }

/** The places page by page, up to a limit: the API lists them by code, not by what they are in. */
async function forest(signal: AbortSignal): Promise<Forest> {
  const places: Place[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES_MAX; page++) {
    const { items, nextCursor } = await api.get<Page<Place>>('/places', { limit: PAGE, cursor }, signal)
    places.push(...items)
    if (nextCursor === undefined) {
      return { places, complete: true }
    }
    cursor = nextCursor
  }
  return { places, complete: false }
}

const isReal = (place: Place) => PLACE_KINDS.some(kind => kind === place.kind)

/** Sites with their areas, bins and vessels. The virtual places are in the list. */
export function PlaceTree({ empty }: { empty: ReactNode }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'places', 'tree'],
    queryFn: ({ signal }) => forest(signal),
    select: ({ places, complete }: Forest) => ({ places: places.filter(isReal), complete }),
  })
  const [turned, setTurned] = useState<Record<string, boolean>>({})
  if (error && data === undefined) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  if (data === undefined) {
    return <Waiting rows={8} />
  }
  if (data.places.length === 0) {
    return <div className="card">{empty}</div>
  }
  const levels = data.places.length <= OPEN_ALL_MAX ? 2 : 1
  const rows = treeRows(data.places, (place, depth) => turned[place.code] ?? depth < levels)
  return (
    <>
      {!data.complete && (
        <p className="small" role="status">
          {t('masters.treeCut', { count: PAGE * PAGES_MAX })}
        </p>
      )}
      <Rows rows={rows} turn={row => setTurned(now => ({ ...now, [row.place.code]: !row.open }))} />
    </>
  )
}

function Rows({ rows, turn }: { rows: TreeRow[]; turn: (row: TreeRow) => void }) {
  const { t } = useTexts()
  const box = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollMargin: top,
    getItemKey: n => rows[n]?.place.code ?? n,
  })
  return (
    <ul ref={box} className="card tree" style={{ height: virtual.getTotalSize() }} aria-label={t('masters.tab.places')}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            style={{ transform: `translateY(${start - top}px)`, paddingLeft: 8 + row.depth * 22 }}
          >
            <Row row={row} turn={() => turn(row)} />
          </li>
        )
      })}
    </ul>
  )
}

function Row({ row, turn }: { row: TreeRow; turn: () => void }) {
  const { t } = useTexts()
  const { place, children, open } = row
  const Sign = open ? IconChevronDown : IconChevronRight
  return (
    <div className="tree-row">
      {children > 0 ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-expanded={open}
          aria-label={t('masters.below', { name: place.name, count: children })}
          onClick={turn}
        >
          <Sign size={16} />
        </ActionIcon>
      ) : (
        <span style={{ width: 32, flex: 'none' }} />
      )}
      <Link className="row-link" to={`/masters/places/${segment(place.code)}`}>
        {place.name}
      </Link>
      {place.name !== place.code && <Code>{place.code}</Code>}
      <span className="muted small">{t(`masters.kind.${place.kind}`)}</span>
      {!place.active && <StateChip state="gone">{t('masters.closed')}</StateChip>}
    </div>
  )
}
