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
