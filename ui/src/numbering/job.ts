// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Job } from '../labels/job'
import type { Block } from './model'

/** Labels for all numbers of a block. */
export function jobOfBlock(block: Pick<Block, 'block' | 'item' | 'kind' | 'lot' | 'first' | 'last' | 'count'>): Job {
  const { item, kind, lot, first, last, count } = block
  return {
    title: first === last ? first : `${first} – ${last}`,
    abouts: ['unit', 'case'],
    labels: [],
    block: { id: block.block, count, sample: kind === 'serial' ? { item, lot, serial: first } : { item, lot: first } },
  }
}
