// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next'

/** The reader's language as their country writes it: English dates differ between Britain and America. */
function locale(): string {
  const language = i18next.language
  return navigator.languages.find(tag => tag === language || tag.startsWith(`${language}-`)) ?? language
}

/** Numbers and times in the reader's language. Quantities come as decimal strings and are shown digit by digit. */
export function quantity(qty: string): string {
  const decimals = qty.includes('.') ? qty.length - qty.indexOf('.') - 1 : 0
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: 20 }).format(
    qty as Intl.StringNumericLiteral,
  )
}

export function count(n: number): string {
  return new Intl.NumberFormat(locale()).format(n)
}

/** A day such as 2026-11-22, without a time and thus without a zone. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  )
}

/** A time as it was stated: an instant to the minute, a day, a month, or not known. */
export function moment(stated: string): string {
  if (/^\d{4}-\d{2}$/.test(stated)) {
    return new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${stated}-01T00:00:00Z`),
    )
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(stated)) {
    return day(stated)
  }
  const at = new Date(stated)
  return Number.isNaN(at.getTime())
    ? stated
    : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** To the second, for those who compare. */
export function exactMoment(stated: string): string {
  const at = new Date(stated)
  return /T/.test(stated) && !Number.isNaN(at.getTime())
    ? new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'long' }).format(at)
    : moment(stated)
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
]

/** How long ago, or the moment itself when that is more than a month. */
export function ago(stated: string, nowMs: number = Date.now()): string {
  const at = new Date(stated).getTime()
  if (!/T/.test(stated) || Number.isNaN(at)) {
    return moment(stated)
  }
  let amount = (at - nowMs) / 1000
  for (const [unit, next] of STEPS) {
    if (Math.abs(amount) < next) {
      return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(amount), unit)
    }
    amount /= next
  }
  return moment(stated)
}
