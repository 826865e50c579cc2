// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { DraftLine } from './draft'

/** A line of an act as the API takes it. */
export type ActLine = {
  item?: string
  lot?: string
  serial?: string
  serials?: string[] | string
  qty?: string
  from?: string
  to?: string
  expiry?: string
  supplierLot?: string
}

/** What of a draft goes into an act's `lines` and `containers`. */
export type Gathered = { lines: ActLine[]; containers: string[] }

/**
 * Puts serials that share all else into one line with a list, as an act of 500 scans reads best; everything else is a
 * line of its own.
 */
export function gather(lines: DraftLine[]): Gathered {
  const gathered: Gathered = { lines: [], containers: [] }
  const bySame = new Map<string, string[]>()
  for (const line of lines) {
    if (line.container !== undefined) {
      gathered.containers.push(line.container)
      continue
    }
    const shared = clean({
      item: line.item,
      lot: line.lot,
      from: line.from,
      to: line.to,
      expiry: line.expiry,
      supplierLot: line.supplierLot,
    })
    if (line.serial === undefined) {
      gathered.lines.push(clean({ ...shared, serials: line.serials, qty: line.qty }))
      continue
    }
    const same = JSON.stringify(shared)
    const serials = bySame.get(same)
    if (serials === undefined) {
      const first = [line.serial]
      bySame.set(same, first)
      gathered.lines.push({ ...shared, serials: first })
    } else {
      serials.push(line.serial)
    }
  }
  return gathered
}

function clean(line: ActLine): ActLine {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined && value !== '')) as ActLine
}
