// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, segment } from '../api/client'
import type { Item, UnitSummary } from '../api/model'
import type { Found, LookupAnswer } from '../lookup/meaning'
import { valuesOf } from '../lookup/said'
import { apart } from '../scan/several'

/** What a code says to somebody who is in the middle of a task. */
export type Meaning =
  | { is: 'place'; place: string; name?: string }
  | { is: 'partner'; partner: string; name?: string }
  | { is: 'container'; container: string; unitId?: string }
  | Goods
  /** Nothing known has this number. */
  | { is: 'number'; text: string }
  /** The number names several things. */
  | { is: 'several'; found: Found[] }
  /** Symbols that were read as those of one thing cannot be of one. */
  | { is: 'conflict'; detail: string }

/** Goods: the item with whatever the code or the books say of lot, serial and date; `unitId` when the unit is known. */
export type Goods = { is: 'goods'; item: Item; lot?: string; serial?: string; expiry?: string; unitId?: string }

const items = new Map<string, Promise<Item>>()

/** The record of an item, asked once for a visit. */
export function itemOf(code: string): Promise<Item> {
  let known = items.get(code)
  if (known === undefined) {
    known = api.get<Item>(`/items/${segment(code)}`)
    known.catch(() => items.delete(code))
    items.set(code, known)
  }
  return known
}

/** What a scanned code, or several of one thing, means; all that it can mean when that is more than one thing. */
export async function read(code: string, prefer?: { item?: string }): Promise<Meaning> {
  return meaningOf(await api.get<LookupAnswer>('/lookup', { code: apart(code) }), prefer)
}

export async function meaningOf(answer: LookupAnswer, prefer?: { item?: string }): Promise<Meaning> {
  const [conflict] = answer.together?.conflicts ?? []
  if (conflict !== undefined) {
    return { is: 'conflict', detail: conflict.detail }
  }
  const said = valuesOf(answer)
  // What only looks alike is not taken for the same: a task would record the wrong piece.
  const exact = answer.found.filter(found => !found.near)
  const units = exact.filter(found => found.unit !== undefined)
  const wanted = units.filter(found => found.item === prefer?.item)
  const candidates = narrowed(wanted.length > 0 ? wanted : units, said)
  const [unit] = candidates
  if (candidates.length > 1) {
    return { is: 'several', found: candidates }
  }
  if (unit !== undefined) {
    return goodsOf(unit, said)
  }
  for (const found of exact) {
    if (found.place !== undefined) {
      return { is: 'place', place: found.place, name: found.name }
    }
    if (found.partner !== undefined) {
      return { is: 'partner', partner: found.partner, name: found.name }
    }
    if (found.item !== undefined) {
      const item = await itemOf(found.item)
      return { is: 'goods', item, lot: said.lot, serial: said.serial, expiry: said.expiry }
    }
  }
  const { sscc } = said
  return sscc === undefined ? { is: 'number', text: answer.code.trim() } : { is: 'container', container: sscc }
}

/** A code with a serial is about that piece, and not about the lot that it names too. */
function narrowed(units: Found[], said: Record<string, string>): Found[] {
  if (said.serial === undefined) {
    return units
  }
  return units.filter(found => found.serial === said.serial)
}

/** A unit that somebody chose or that was the only one found. */
export async function goodsOf(found: Found, said?: Record<string, string>): Promise<Meaning> {
  if (found.container !== undefined && found.item === undefined) {
    return { is: 'container', container: found.container, unitId: found.unit }
  }
  return {
    is: 'goods',
    item: await itemOf(found.item ?? ''),
    lot: found.lot ?? said?.lot,
    serial: found.serial ?? said?.serial,
    expiry: said?.expiry,
    unitId: found.unit,
  }
}

export function summaryOf(unitId: string): Promise<UnitSummary> {
  return api.get<UnitSummary>(`/units/${segment(unitId)}/summary`)
}

/** A unit by its id, as an address names it. */
export async function unitMeaning(unitId: string): Promise<Meaning> {
  const { id, item, lot, serial, container } = await summaryOf(unitId)
  return goodsOf({ match: 'unit', unit: id, item, lot, serial, container })
}
