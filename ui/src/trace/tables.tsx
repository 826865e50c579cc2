// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, PlaceLink } from '../parts/code'
import { Empty } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import type { AtPlace, Consignee, Summary } from './model'
import { AnyPlace, FirstRows } from './rows'
import type { Items } from './use-trace'

function Item({ code, items }: { code: string; items: Items }) {
  return <ItemLink code={code} name={items.get(code)?.name} />
}

export function ItemTable({ rows, items }: { rows: Summary['byItem']; items: Items }) {
  const { t } = useTexts()
  return (
    <FirstRows rows={rows}>
      {shown => (
        <Rows words={[t('trace.item')]} numbers={[t('trace.lots'), t('trace.serials')]}>
          {shown.map(row => (
            <tr key={row.item}>
              <td>
                <Item code={row.item} items={items} />
              </td>
              <td className="num">{count(row.lots)}</td>
              <td className="num">{count(row.serials)}</td>
            </tr>
          ))}
        </Rows>
      )}
    </FirstRows>
  )
}

type PlaceTableProps = { rows: readonly AtPlace[]; items: Items; empty: string; sources?: boolean }

/** Quantities at places; a source may be a partner as well. */
export function PlaceTable({ rows, items, empty, sources }: PlaceTableProps) {
  const { t } = useTexts()
  if (rows.length === 0) {
    return <Empty title={empty} />
  }
  return (
    <FirstRows rows={rows}>
      {shown => (
        <Rows words={[t(sources ? 'trace.source' : 'trace.where'), t('trace.item')]} numbers={[t('trace.qty')]}>
          {shown.map(row => (
            <tr key={`${row.place} ${row.item}`}>
              <td>
                <AnyPlace code={row.place} name={row.name} />
              </td>
              <td>
                <Item code={row.item} items={items} />
              </td>
              <td className="num">
                <Quantity qty={row.qty} unit={items.get(row.item)?.unit} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </FirstRows>
  )
}

/** Who has it: what went to each partner in all, and what they still have. */
export function ConsigneeTable({ rows, items }: { rows: readonly Consignee[]; items: Items }) {
  const { t } = useTexts()
  if (rows.length === 0) {
    return <Empty title={t('trace.noConsignees')} />
  }
  const sorted = [...rows].sort((a, b) => a.name.localeCompare(b.name) || a.partner.localeCompare(b.partner))
  return (
    <FirstRows rows={sorted}>
      {shown => (
        <Rows words={[t('trace.consignee'), t('trace.item')]} numbers={[t('trace.gross'), t('trace.net')]}>
          {shown.map((row, i) => (
            <tr key={`${row.partner} ${row.item}`}>
              {row.partner !== shown[i - 1]?.partner && (
                <td rowSpan={shown.filter(other => other.partner === row.partner).length}>
                  <PlaceLink code={row.partner} name={row.name} kind="partner" />
                </td>
              )}
              <td>
                <Item code={row.item} items={items} />
              </td>
              <td className="num">
                <Quantity qty={row.gross} unit={items.get(row.item)?.unit} />
              </td>
              <td className="num">
                <Quantity qty={row.net} unit={items.get(row.item)?.unit} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </FirstRows>
  )
}
