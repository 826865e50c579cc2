// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { DraftLine, Head } from './draft'

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
export type Gathered = { lines?: ActLine[]; containers?: string[] }

/**
 * Puts serials that share all else into one line with a list, as an act of 500 scans reads best; everything else is a
 * line of its own.
 */
export function gather(lines: DraftLine[]): Gathered {
  const gathered: ActLine[] = []
  const containers: string[] = []
  const bySame = new Map<string, string[]>()
  for (const line of lines) {
    if (line.container !== undefined) {
      containers.push(line.container)
      continue
    }
    const { item, lot, from, to, expiry, supplierLot, serial, serials, qty } = line
    const shared = stated({ item, lot, from, to, expiry, supplierLot })
    if (serial === undefined) {
      gathered.push(stated({ ...shared, serials, qty }))
      continue
    }
    const same = JSON.stringify(shared)
    const known = bySame.get(same)
    if (known === undefined) {
      const first = [serial]
      bySame.set(same, first)
      gathered.push({ ...shared, serials: first })
    } else {
      known.push(serial)
    }
  }
  return stated({ lines: gathered, containers })
}

/** How an act names a unit in `host`, `units` and `links`. */
export function named(line: { item?: string; lot?: string; serial?: string }) {
  return stated({ item: line.item, lot: line.serial === undefined ? line.lot : undefined, serial: line.serial })
}

/** What every act of a task says beside its goods. */
export function about(head: Head) {
  return {
    operator: head.operator || undefined,
    reason: head.reason || undefined,
    reference: head.number ? { type: 'order', number: head.number } : undefined,
  }
}

/** The members that say something. */
export function stated<T extends object>(members: T): Partial<T> {
  const said = Object.entries(members).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said) as Partial<T>
}
