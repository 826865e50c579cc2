// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type Job, stated } from '../labels/job'
import type { Values } from '../labels/model'
import { numbersIn } from './amounts'
import type { DraftLine } from './draft'
import type { Recorded } from './post'

/** Labels that are printed from a task at once; more of them come from a block of numbers. */
const LABELS_MAX = 10_000

/** Labels for what a task has just recorded: what came, what was made, the container that was filled. */
export function jobOfTask(task: string, { lines, head }: Pick<Recorded, 'lines' | 'head'>): Job | null {
  switch (task) {
    case 'receive':
      return jobOfLines(lines)
    case 'make':
      return jobOfLines(lines.filter(line => line.side === 'out'))
    case 'pack':
      return head.container
        ? { title: head.container, abouts: ['pallet'], labels: [{ container: head.container }] }
        : null
    default:
      return null
  }
}

function jobOfLines(lines: DraftLine[]): Job | null {
  const labels = lines.flatMap(valuesOf)
  const [first] = labels
  if (first === undefined || labels.length > LABELS_MAX) {
    return null
  }
  const [line] = lines
  const title = first.serial ?? first.lot ?? ''
  return labels.length === 1 && first.serial === undefined
    ? { title, abouts: ['unit', 'case'], labels: [stated({ ...first, qty: line?.qty })], fields: ['qty', 'expiry'] }
    : { title: labels.length === 1 ? title : `${title} …`, abouts: ['unit', 'case'], labels }
}

/** A label for each piece, and one for a lot; goods without a number have none. */
function valuesOf({ item, lot, serial, serials, expiry }: DraftLine): Values[] {
  if (item === undefined) {
    return []
  }
  if (serials !== undefined) {
    return numbersIn(serials, LABELS_MAX + 1).map(one => stated({ item, lot, serial: one, expiry }))
  }
  return serial === undefined && lot === undefined ? [] : [stated({ item, lot, serial, expiry })]
}
