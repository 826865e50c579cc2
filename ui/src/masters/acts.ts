// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../shell/session'

/** What quality and above may record, beside what operators may. */
const QUALITY_ACTS = ['hold', 'release', 'scrap', 'void'] as const

const OPERATOR_ACTS = [
  'receive',
  'commission',
  'produce',
  'install',
  'remove',
  'move',
  'pack',
  'unpack',
  'ship',
  'return',
  'count',
  'adjust',
  'clean',
] as const

export type Act = (typeof OPERATOR_ACTS)[number] | (typeof QUALITY_ACTS)[number]

/** The acts that a role may record. */
export function actsOf(role: Role): readonly Act[] {
  switch (role) {
    case 'viewer':
      return []
    case 'operator':
      return OPERATOR_ACTS
    default:
      return [...OPERATOR_ACTS, ...QUALITY_ACTS]
  }
}
