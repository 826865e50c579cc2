// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Up to when goods count as expiring soon; the list behind the figure takes the same number. */
export const EXPIRING_DAYS = 30

export type Day = { day: string; acts: number }

export type Week = { week: string; from: string; lots: number; serials: number }

export const FIGURES = ['expiring', 'expired', 'held', 'twins', 'unknown', 'entries'] as const

export type FigureName = (typeof FIGURES)[number]

export type OverviewAnswer = Record<FigureName, number> & {
  knownAt: { seq: number }
  asOf: string
  actsByDay: Day[]
  stockByExpiryWeek: Week[]
  capped?: FigureName[]
}

export type Act =
  | 'receive'
  | 'commission'
  | 'produce'
  | 'move'
  | 'ship'
  | 'return'
  | 'scrap'
  | 'adjust'
  | 'count'
  | 'install'
  | 'remove'
  | 'pack'
  | 'unpack'
  | 'hold'
  | 'release'
  | 'clean'
  | 'void'

export type Moved = {
  item?: string
  name?: string
  unit?: string
  qty: string
  units: number
  unitId?: string
  lot?: string
  serial?: string
  container?: string
  from: string
  fromKind: string
  fromName?: string
  to: string
  toKind: string
  toName?: string
}

export type ShortEntry = {
  seq: number
  id: string
  type: Act
  occurredAt: string
  recordedAt: string
  actor: string
  document?: string
  reason?: string
  run?: string
  vessel?: string
  corrects?: number
  movementCount: number
  moved: Moved[]
  movedMore?: boolean
  about?: { unit: string; item?: string; lot?: string; serial?: string; container?: string }[]
}
