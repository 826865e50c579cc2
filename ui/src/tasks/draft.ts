// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Hold } from '../api/model'
import { uuid7 } from '../api/uuid'
import { countOf, covers } from './amounts'

/** A recall that goods are in; what may be done with them all the same is done with care. */
export type Recalled = { recall: string; title: string }

/** What is known of a line: whether the act would be recorded with it. */
export type Verdict =
  /** Not judged yet: the server has not been asked or did not answer. */
  | { is: 'waiting' }
  /** It can be recorded; `from` is where the server would take it from, `unfit` what fit rules say against it. */
  | { is: 'good'; alerts?: string[]; recalls?: Recalled[]; unfit?: string[]; from?: string }
  /** It stands in this draft already, and is not counted again. */
  | { is: 'twice' }
  /** Something about it must be entered first, or `first` should be taken instead and somebody must say otherwise. */
  | { is: 'asks'; fields: AskedField[]; first?: string }
  | { is: 'refused'; code: string; title: string; detail: string; action?: string }

export const ASKED_FIELDS = ['lot', 'qty', 'from', 'expiry'] as const

export type AskedField = (typeof ASKED_FIELDS)[number]

/** How much of a unit stands where. */
export type Standing = { place: string; name?: string; kind: string; qty: string }

/** One line of an act that is being put together, as it was scanned, typed, pasted or read from a file. */
export type DraftLine = {
  key: string
  /** What was scanned or typed. */
  code: string
  /** It was scanned while the server could not be asked what it is, and is asked about as soon as it can. */
  unread?: boolean
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
  /** Where the unit stands in our hands, where that was asked. */
  stands?: Standing[]
  /** Where it goes in a production or a swap: in or out. */
  side?: 'in' | 'out'
  /** Of an output: the keys of the inputs that are known to have gone into it. */
  of?: string[]
  /** What blocks the unit, where that was asked. */
  holds?: Hold[]
  /** Somebody said to take it although another should come first. */
  anyway?: boolean
  verdict: Verdict
}

export type Head = Record<string, string>

/**
 * An act that is being put together. Its id is the act's id from the beginning, so that sending it a second time, for
 * instance after the network failed, changes nothing. `second` is the id of a second act that goes with it.
 */
export type Draft = {
  id: string
  second: string
  task: string
  head: Head
  lines: DraftLine[]
  /** It was sent and no answer came: until one does nothing in it may change. */
  sent: boolean
  /** What was scanned since it was sent, for the next one. */
  later: string[]
}

export function newDraft(task: string, head: Head = {}, lines: DraftLine[] = []): Draft {
  return { id: uuid7(), second: uuid7(), task, head, lines, sent: false, later: [] }
}

/** The draft as another act: nothing of it was recorded, and it may change again. */
export function again(draft: Draft): Draft {
  return { ...draft, id: uuid7(), second: uuid7(), sent: false }
}

/** Whether a verdict must be heard as wrong: it is refused, or it is in a recall and only may be moved out of the way. */
export function isAlarming(verdict: Verdict): boolean {
  return verdict.is === 'refused' || (verdict.is === 'good' && verdict.recalls !== undefined)
}

/** Lines that the act will have: those that are neither doubled nor refused nor incomplete. */
export function countable(line: DraftLine): boolean {
  return (line.verdict.is === 'good' || line.verdict.is === 'waiting') && line.unread !== true
}

/** Whether a line is one thing or a list of things, which can be scanned twice; else it is a quantity. */
export function isPiece(line: DraftLine): boolean {
  return line.unit === undefined
}

/** How many pieces a line stands for; a quantity is none. */
export function pieces(line: DraftLine): number {
  return line.serials === undefined ? (isPiece(line) ? 1 : 0) : countOf(line.serials)
}

/** Whether the second line is a scan too many of what the first says. */
export function repeats(first: DraftLine, second: DraftLine): boolean {
  const alike = first.side === second.side && first.item === second.item && first.container === second.container
  if (!alike || first.unread || second.unread || !isPiece(first)) {
    return false
  }
  if (first.serials !== undefined && second.serial !== undefined) {
    return covers(first.serials, second.serial)
  }
  const sameLot = first.serial !== undefined || first.serials !== undefined || first.lot === second.lot
  return first.serial === second.serial && first.serials === second.serials && sameLot
}

/** Whether two lines are of the same quantity, so that the second adds to the first. */
export function addsTo(first: DraftLine, second: DraftLine): boolean {
  return (
    !isPiece(first) &&
    !isPiece(second) &&
    first.item === second.item &&
    first.lot === second.lot &&
    first.side === second.side &&
    first.from === second.from &&
    first.to === second.to
  )
}
