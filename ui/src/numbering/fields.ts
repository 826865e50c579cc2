// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** When a counter begins again. */
export const RESETS = ['never', 'year', 'weekYear', 'month', 'week', 'day'] as const

export type Reset = (typeof RESETS)[number]

export const GROUPS = ['date', 'about', 'count', 'check'] as const

/** What can stand in a template, with widths that are a good beginning. */
export const FIELDS = {
  date: [
    { field: '{YY}', word: 'yearShort' },
    { field: '{YYYY}', word: 'year' },
    { field: '{MM}', word: 'month' },
    { field: '{M}', word: 'monthLetter' },
    { field: '{DD}', word: 'day' },
    { field: '{DDD}', word: 'dayOfYear' },
    { field: '{GG}', word: 'weekYearShort' },
    { field: '{GGGG}', word: 'weekYear' },
    { field: '{WW}', word: 'week' },
    { field: '{E}', word: 'weekday' },
    { field: '{hh}', word: 'hour' },
    { field: '{mm}', word: 'minute' },
  ],
  about: [
    { field: '{line}', word: 'line' },
    { field: '{shift}', word: 'shift' },
    { field: '{site}', word: 'site' },
    { field: '{item}', word: 'item' },
  ],
  count: [
    { field: '{n:4}', word: 'counter' },
    { field: '{n32:4}', word: 'counterClear' },
    { field: '{n36:4}', word: 'counterAll' },
    { field: '{random:12}', word: 'random' },
  ],
  check: [
    { field: '{check:gs1}', word: 'checkGs1' },
    { field: '{check:luhn}', word: 'checkLuhn' },
    { field: '{check:97}', word: 'check97' },
    { field: '{check:damm}', word: 'checkDamm' },
  ],
} as const satisfies Record<(typeof GROUPS)[number], readonly { field: string; word: string }[]>
