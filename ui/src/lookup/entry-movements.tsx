// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import type { Movement, Page, ShortEntry } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { RecallChips } from '../parts/recalled'
import { Rows } from '../parts/rows'
import { MoreButton } from './more-button'
import { PlaceWord } from './place-word'

const PAGE = 100

/** All that an entry moved, page by page. */
export function EntryMovements({ entry }: { entry: ShortEntry }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery({
    queryKey: ['entry', entry.seq, 'movements'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Movement>>(
        `/entries/${entry.seq}/movements`,
        { limit: PAGE, cursor: pageParam || undefined },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const rows = answer.data?.pages.flatMap(page => page.items) ?? []
  return (
    <Card title={t('lookup.movements', { count: entry.movementCount, number: count(entry.movementCount) })}>
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      <MovementTable rows={rows} kinds={kindsOf(entry)} />
      <MoreButton of={answer} />
    </Card>
  )
}

/** What sort of place a code is: the movements do not say, the sums of the same entry do. */
export function kindsOf(entry: ShortEntry): Map<string, string> {
  return new Map(
    entry.moved.flatMap(row => [
      [row.from, row.fromKind],
      [row.to, row.toKind],
    ]),
  )
}

export function MovementTable({ rows, kinds }: { rows: Movement[]; kinds: Map<string, string> }) {
  const { t } = useTexts()
  return (
    <Rows
      words={[t('lookup.column.number'), t('lookup.column.item'), t('lookup.column.from'), t('lookup.column.to')]}
      numbers={[t('lookup.column.qty')]}
    >
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: movements are numbered by their order
        <tr key={i}>
          <td>
            <UnitLink named={{ unit: row.unit, lot: row.lot, serial: row.serial, container: row.container }} />{' '}
            <RecallChips recalls={row.recalls} />
          </td>
          <td>{row.item && <ItemLink code={row.item} />}</td>
          <td>
            <PlaceWord code={row.from} kind={kinds.get(row.from)} />
          </td>
          <td>
            <PlaceWord code={row.to} kind={kinds.get(row.to)} />
          </td>
          <td className="num">
            <Quantity qty={row.qty} />
          </td>
        </tr>
      ))}
    </Rows>
  )
}
