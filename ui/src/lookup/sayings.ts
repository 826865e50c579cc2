// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Moved, ShortEntry } from '../api/model'

/** The sentences that an entry is told in; each is a text `lookup.did.…`. */
export type Saying =
  | 'receive'
  | 'commission'
  | 'fed'
  | 'made'
  | 'run'
  | 'move'
  | 'ship'
  | 'return'
  | 'scrap'
  | 'adjustUp'
  | 'adjustDown'
  | 'countUp'
  | 'countDown'
  | 'countSame'
  | 'install'
  | 'remove'
  | 'pack'
  | 'unpack'
  | 'begun'
  | 'hold'
  | 'release'
  | 'clean'
  | 'void'
  | 'backwards'
  | 'nothing'

export type Sentence = { saying: Saying; row?: Moved }

/** What an entry did, a sentence for each thing that moved; without a movement the act itself is the sentence. */
export function sentences(entry: ShortEntry): Sentence[] {
  const told = entry.moved.map(row => ({ saying: ofRow(entry, row), row }))
  switch (entry.type) {
    case 'hold':
    case 'release':
    case 'clean':
      return [{ saying: entry.type }, ...told]
    case 'void':
      return [{ saying: 'void' }, ...told]
    default:
      return told.length > 0 ? told : [{ saying: withoutMovement(entry) }]
  }
}

function ofRow({ type }: ShortEntry, row: Moved): Saying {
  switch (type) {
    case 'produce':
      return row.toKind === 'run' ? 'fed' : 'made'
    case 'adjust':
      return row.toKind === 'adjustment' ? 'adjustDown' : 'adjustUp'
    case 'count':
      return row.toKind === 'adjustment' ? 'countDown' : 'countUp'
    case 'pack':
      return row.fromKind === 'outside' ? 'begun' : 'pack'
    case 'hold':
    case 'release':
    case 'clean':
    case 'void':
      return 'backwards'
    default:
      return type
  }
}

function withoutMovement({ type }: ShortEntry): Saying {
  if (type === 'count') {
    return 'countSame'
  }
  return type === 'produce' ? 'run' : 'nothing'
}
