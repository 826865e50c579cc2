// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { address, api } from '../api/client'
import type { Stock, StockRow } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { PlaceWord } from './place-word'
import type { UnitQuery } from './unit-query'

/** Sums: where an item is, or what is at a place. `units` leads to the units behind a row. */
export function StockTable(props: {
  path: string
  by: 'place' | 'item'
  title: string
  aside?: ReactNode
  units: (row: StockRow) => UnitQuery
}) {
  const { path, by, title, aside, units } = props
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['stock', path],
    queryFn: ({ signal }) => api.get<Stock>(path, {}, signal),
  })
  const rows = answer.data?.rows ?? []
  return (
    <Card title={title} aside={aside}>
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      {answer.isPending && <Waiting />}
      {answer.isSuccess && rows.length === 0 && <Empty title={t('lookup.noStock')} />}
      {rows.length > 0 && (
        <Rows
          className="stock-scroll"
          words={[t(`lookup.column.${by}`)]}
          numbers={[t('lookup.column.units'), t('lookup.column.qty')]}
        >
          {rows.map(row => (
            <tr key={by === 'item' ? row.item : row.place}>
              <td>
                {by === 'item' ? (
                  <ItemLink code={row.item} name={row.name} />
                ) : (
                  <PlaceWord code={row.place} kind={row.kind} name={row.placeName} />
                )}
              </td>
              <td className="num small">
                <Link to={address('/lookup', units(row))}>
                  <UnitCount row={row} />
                </Link>
              </td>
              <td className="num">
                <Quantity qty={row.qty} unit={row.unit} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
      {answer.data?.more && <p className="muted small">{t('lookup.firstOnly', { number: count(rows.length) })}</p>}
    </Card>
  )
}

function UnitCount({ row }: { row: StockRow }) {
  const { t } = useTexts()
  const words = [
    row.lots ? t('lookup.lotCount', { count: row.lots, number: count(row.lots) }) : null,
    row.serials ? t('lookup.serialCount', { count: row.serials, number: count(row.serials) }) : null,
  ].filter(Boolean)
  return words.join(', ')
}
