// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { isZero, sum } from '../trace/decimals'
import { type CurvePoint, QUANTITY_STATES, type QuantityState, type ReconciledItem } from './model'

export type Part = { state: QuantityState; qty: string; share: number }

/** The states of an item that have a quantity, each with its share of all of them for a bar, 0 to 1. */
export function partsOf({ states }: Pick<ReconciledItem, 'states'>): Part[] {
  const total = toNumber(sum(QUANTITY_STATES.map(state => states[state])))
  return QUANTITY_STATES.filter(state => !isZero(states[state])).map(state => ({
    state,
    qty: states[state],
    share: total === 0 ? 0 : toNumber(states[state]) / total,
  }))
}

/** Whether the states that are shown add up to what is in scope, as the server says that they do. */
export function addsUp({ states, inScope }: Pick<ReconciledItem, 'states' | 'inScope'>): boolean {
  return isZero(sum([inScope, ...QUANTITY_STATES.map(state => negated(states[state]))]))
}

const negated = (qty: string) => (qty.startsWith('-') ? qty.slice(1) : `-${qty}`)

/** The width of a bar or the height of a line; what is said of a quantity is its text. */
const toNumber = (qty: string) => Number(qty)

/** A share from 0 to 1 in whole percent; never 100 before all of it. */
export function percent(share: string | undefined): number | undefined {
  if (share === undefined) {
    return undefined
  }
  const whole = Number(share) * 100
  return whole >= 100 ? 100 : Math.floor(whole)
}

/** The hours and minutes of a time in seconds. */
export function spanOf(seconds: number): { hours: number; minutes: number } {
  const minutes = Math.round(seconds / 60)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

export type Dot = { x: number; y: number }

/** A share over time as a line: from 0 to 1 both ways, along the time that the curve spans. */
export function lineOf(curve: readonly CurvePoint[], of: 'answered' | 'accounted'): Dot[] {
  const times = curve.map(point => new Date(point.at).getTime())
  const from = Math.min(...times)
  const span = Math.max(...times) - from
  return curve.map((point, i) => ({
    x: span === 0 ? 1 : ((times[i] ?? from) - from) / span,
    y: Math.min(1, Math.max(0, Number(point[of]))),
  }))
}
