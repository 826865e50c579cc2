// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Item } from '../api/model'
import { rangeOf } from './amounts'
import type { AskedField, DraftLine, Head } from './draft'
import { byLot, bySerial } from './model'
import type { GivenLine } from './use-task'

/** A line of an item that arrives or is made, and what must still be entered for it. */
export function lineOf(item: Item, said: Partial<DraftLine>, code: string, head: Head): GivenLine {
  const serial = bySerial(item)
  const line: GivenLine = {
    code,
    item: item.code,
    name: item.name,
    lot: byLot(item) ? (said.lot ?? (head.lot || undefined)) : undefined,
    serial: serial ? said.serial : undefined,
    serials: serial ? said.serials : undefined,
    unit: serial ? undefined : item.unit,
    expiry: said.expiry ?? (head.expiry || undefined),
    supplierLot: head.supplierLot || undefined,
  }
  const asked: (AskedField | false)[] = [
    byLot(item) && !line.lot && 'lot',
    item.shelfLifeDays !== undefined && !line.expiry && 'expiry',
    !serial && 'qty',
  ]
  const fields = asked.filter(field => field !== false)
  return fields.length > 0 ? { ...line, verdict: { is: 'asks', fields } } : line
}

/** A number that nothing has yet, as a number of this item: a lot, a serial, or a range of serials. */
export function numbered(item: Item, text: string): Partial<DraftLine> {
  if (!bySerial(item)) {
    return { lot: text }
  }
  return rangeOf(text) === null ? { serial: text } : { serials: text }
}
