// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { UnitSummary } from '../api/model'
import { numberOf } from '../parts/code'
import type { About, Dpi, Format, Values } from './model'

/** Fields of a label that can be filled in before it is printed. */
export type LabelField = 'lot' | 'serial' | 'qty' | 'expiry'

/** What labels are wanted for: things by their names, or all numbers of a block. */
export type Job = {
  /** What it is for, as the drawer is headed. */
  title: string
  /** The kinds of templates that fit. */
  abouts: readonly About[]
  labels: Values[]
  block?: { id: string; count: number; sample: Values }
  /** The unit that it is for, where that is one: what was printed of it before is told. */
  unit?: string
  /** What can be filled in, for a single label. */
  fields?: readonly LabelField[]
}

/** How the labels are wanted. */
export type Wanted = {
  template: string
  format: Format
  dpi: Dpi
  printer: string
  sheet: string
  start: number
  copies: number
  reason: string
}

export function jobOfUnit(unit: UnitSummary): Job {
  const { item, lot, serial, container, expiry, kind } = unit
  const job = { title: numberOf(unit), unit: unit.id }
  if (kind === 'container') {
    return { ...job, abouts: ['pallet'], labels: [{ container }] }
  }
  return serial === undefined
    ? { ...job, abouts: ['unit', 'case'], labels: [stated({ item, lot, expiry })], fields: ['qty', 'expiry'] }
    : { ...job, abouts: ['unit', 'case'], labels: [stated({ item, lot, serial, expiry })], fields: ['expiry'] }
}

export function jobOfItem(item: { code: string; name: string; tracking: string }): Job {
  const lots = item.tracking === 'lot' || item.tracking === 'lot+serial'
  const serials = item.tracking === 'serial' || item.tracking === 'lot+serial'
  const asked: (LabelField | false)[] = [lots && 'lot', serials && 'serial', !serials && 'qty', 'expiry']
  return {
    title: item.name,
    abouts: ['unit', 'case'],
    labels: [{ item: item.code }],
    fields: asked.filter(field => field !== false),
  }
}

export function jobOfPlace(place: { code: string; name: string }): Job {
  return { title: place.name || place.code, abouts: ['place', 'shelf'], labels: [{ place: place.code }] }
}

/** How many labels come out, all copies together. */
export function labelsOf(job: Job, copies: number): number {
  return (job.block?.count ?? job.labels.length) * copies
}

/** The request that prints the job. A printer gets its own language; only pages have sheets. */
export function bodyOf(job: Job, wanted: Wanted) {
  const onPrinter = wanted.printer !== ''
  const onSheet = !onPrinter && wanted.format === 'pdf' && wanted.sheet !== ''
  const dots = onPrinter || wanted.format === 'zpl' || wanted.format === 'png'
  return stated({
    template: wanted.template,
    format: onPrinter ? 'zpl' : wanted.format,
    dpi: dots && !onPrinter ? wanted.dpi : undefined,
    sheet: onSheet ? wanted.sheet : undefined,
    start: onSheet ? wanted.start : undefined,
    copies: wanted.copies,
    reason: wanted.reason.trim() || undefined,
    printer: wanted.printer || undefined,
    labels: job.block === undefined ? job.labels.map(stated) : undefined,
    block: job.block?.id,
  })
}

/** The values that say something. */
export function stated<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as T
}
