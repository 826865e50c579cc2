// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Named } from '../api/model'
import { count } from '../i18n/formats'
import type { Texts } from '../i18n/texts'
import type { PictureNode } from './model'

/** What a box is called: its number, or how many of what it stands for. */
export function titleOf(node: PictureNode, t: Texts): string {
  return node.kind === 'fold' && node.folded !== undefined
    ? t(`trace.fold.${kindOfAll(node.folded)}`, { count: node.count, n: count(node.count) })
    : node.title
}

function kindOfAll(folded: readonly Named[]): 'serials' | 'lots' | 'containers' | 'units' {
  if (folded.every(unit => unit.serial !== undefined)) {
    return 'serials'
  }
  if (folded.every(unit => unit.container !== undefined)) {
    return 'containers'
  }
  return folded.every(unit => unit.lot !== undefined && unit.serial === undefined) ? 'lots' : 'units'
}

/** Whether the box says where goods are; runs, vessels and partners have no state. */
export function hasState(node: PictureNode): boolean {
  return node.unit !== undefined || node.folded !== undefined
}

/** Leaves out the middle: numbers differ at their ends. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) {
    return text
  }
  const tail = Math.floor((most - 1) / 3)
  return `${letters.slice(0, most - 1 - tail).join('')}…${letters.slice(letters.length - tail).join('')}`
}
