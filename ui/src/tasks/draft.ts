// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { uuid7 } from '../api/uuid'

/** What is known of a line: whether the act would be recorded with it. */
export type Verdict =
  /** Not judged yet: the server has not been asked or did not answer. */
  | { is: 'waiting' }
  | { is: 'good'; alerts?: string[] }
  /** It stands in this draft already, and is not counted again. */
  | { is: 'twice' }
  /** Something about it must be entered first. */
  | { is: 'asks'; fields: AskedField[] }
  | { is: 'refused'; code: string; title: string; detail: string; action?: string }

export type AskedField = 'lot' | 'qty' | 'expiry'

/** One line of an act that is being put together, as it was scanned, typed, pasted or read from a file. */
export type DraftLine = {
  key: string
  /** What was scanned or typed. */
  code: string
  item?: string
  name?: string
  unit?: string
  unitId?: string
  lot?: string
  serial?: string
  /** A list or range of serials, such as SN0001-SN0500. */
  serials?: string
  container?: string
  qty?: string
  expiry?: string
  supplierLot?: string
  from?: string
  to?: string
  position?: string
  /** Where it goes in a production: into the run or out of it. */
  side?: 'in' | 'out'
  verdict: Verdict
}

export type Head = Record<string, string>

/**
 * An act that is being put together. Its id is the act's id from the beginning, so that sending it a second time, for
 * instance after the network failed, changes nothing.
 */
export type Draft = {
  id: string
  task: string
  head: Head
  lines: DraftLine[]
  /** It was sent and no answer came: until one does nothing in it may change. */
  sent: boolean
}

export function newDraft(task: string, head: Head = {}): Draft {
  return { id: uuid7(), task, head, lines: [], sent: false }
}

interface Shelf extends DBSchema {
  drafts: { key: string; value: Draft }
}

let shelf: Promise<IDBPDatabase<Shelf>> | null = null

function open(): Promise<IDBPDatabase<Shelf>> {
  shelf ??= openDB<Shelf>('gozinto', 1, {
    upgrade(database) {
      database.createObjectStore('drafts')
    },
  })
  return shelf
}

/** Drafts are kept on the device, one for each user and task, so that neither a reload nor a dead battery loses a scan. */
export const drafts = {
  load: async (user: string, task: string): Promise<Draft | undefined> =>
    (await open()).get('drafts', `${user}/${task}`),
  save: async (user: string, draft: Draft): Promise<void> => {
    await (await open()).put('drafts', draft, `${user}/${draft.task}`)
  },
  drop: async (user: string, task: string): Promise<void> => {
    await (await open()).delete('drafts', `${user}/${task}`)
  },
}

/** Lines that the act will have: those that are neither doubled nor refused nor incomplete. */
export function countable(line: DraftLine): boolean {
  return line.verdict.is === 'good' || line.verdict.is === 'waiting'
}

/** Whether two lines name the same thing, so that the second is a scan too many (serials, containers) or adds to it (lots). */
export function sameThing(a: DraftLine, b: DraftLine): boolean {
  return (
    a.side === b.side &&
    a.item === b.item &&
    a.lot === b.lot &&
    a.serial === b.serial &&
    a.serials === b.serials &&
    a.container === b.container
  )
}
