// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api } from '../api/client'
import { questions } from '../api/questions'
import type { DraftLine, Head } from './draft'
import type { Pick, Picks } from './model'
import type { Goods } from './reading'

/** Something that a customer is to get; kept in the head of the draft as text. */
export type Wanted = { item: string; name: string; qty: string }

export function wantedOf(head: Head): Wanted[] {
  return head.wanted ? (JSON.parse(head.wanted) as Wanted[]) : []
}

export const withWanted = (wanted: Wanted[]): Head => ({ wanted: wanted.length === 0 ? '' : JSON.stringify(wanted) })

/** The question what to take of an item, first expired first. */
export function picksQuery({ item, qty }: Wanted, from: string | undefined) {
  return {
    queryKey: ['tasks', 'picks', item, qty, from],
    queryFn: () => api.get<Picks>('/picks', { item, qty, from, purpose: 'ship' }),
  }
}

/** Whether a line takes what a pick proposes. */
export function confirms(line: DraftLine, pick: Pick): boolean {
  if (line.verdict.is === 'refused' || line.verdict.is === 'twice' || line.verdict.is === 'asks') {
    return false
  }
  if (pick.serial !== undefined) {
    return line.serial === pick.serial && line.unitId === pick.unit
  }
  return line.unitId === pick.unit && (line.from === undefined || line.from === pick.place)
}

/** What a scan is to a proposal: one of its picks, not the one that comes first, or of an item nobody asked for. */
export type Proposal = { is: 'pick'; pick: Pick } | { is: 'other'; first: Pick | undefined } | { is: 'unasked' }

/** Compares a scan with what is proposed and not confirmed yet. */
export async function proposalFor(goods: Goods, head: Head, lines: DraftLine[]): Promise<Proposal> {
  const wanted = wantedOf(head).find(one => one.item === goods.item.code)
  if (wanted === undefined) {
    return { is: 'unasked' }
  }
  const { picks } = await questions.fetchQuery(picksQuery(wanted, head.place || undefined))
  const open = picks.filter(pick => !lines.some(line => confirms(line, pick)))
  const pick = open.find(one => one.unit === goods.unitId)
  return pick === undefined ? { is: 'other', first: open[0] } : { is: 'pick', pick }
}
