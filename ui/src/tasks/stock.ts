// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, segment } from '../api/client'
import type { Holding, StockRow } from '../api/model'
import type { AskedField, Standing } from './draft'
import { bySerial } from './model'
import { type Goods, summaryOf } from './reading'
import type { GivenLine } from './use-task'

const OWN = new Set(['site', 'area', 'bin', 'vessel'])

/** Where a lot, or an item that has none, stands in our own places. */
async function standings(goods: Goods): Promise<Standing[]> {
  const { item, unitId } = goods
  const rows: (Holding | StockRow)[] =
    unitId === undefined
      ? (await api.get<{ rows: StockRow[] }>(`/items/${segment(item.code)}/stock`)).rows
      : (await summaryOf(unitId)).holdings
  return rows
    .filter(row => OWN.has(row.kind) && !row.qty.startsWith('-'))
    .map(row => ({
      place: row.place,
      name: 'placeName' in row ? row.placeName : undefined,
      kind: row.kind,
      qty: row.qty,
    }))
}

/**
 * The line of goods that stand in our places. A serial is there or not; of a lot it is asked how much, with all that
 * stands there as the proposal, and where from when it stands in several places.
 */
export async function stockLine(goods: Goods, code: string): Promise<GivenLine> {
  const { item, lot, serial, unitId } = goods
  const line = { code, item: item.code, name: item.name, unitId, lot, serial }
  if (bySerial(item)) {
    return line
  }
  const stands = await standings(goods)
  const [first] = stands
  const fields: AskedField[] = stands.length > 1 ? ['from', 'qty'] : ['qty']
  return {
    ...line,
    unit: item.unit,
    qty: first?.qty,
    from: stands.length > 1 ? first?.place : undefined,
    stands,
    verdict: { is: 'asks', fields },
  }
}
