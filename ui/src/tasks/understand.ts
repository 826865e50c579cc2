// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Texts } from '../i18n/texts'
import { bySerial } from './model'
import type { Goods, Meaning } from './reading'
import { stockLine } from './stock'
import type { Note } from './use-scanning'
import type { GivenLine } from './use-task'

/**
 * The line of something that stands with us and is to go somewhere: a piece, a quantity, a container. Null, after a
 * word about why, when it is none of these; places and partners are for the task to take.
 */
export async function fromStock(meaning: Meaning, code: string, note: Note, t: Texts): Promise<GivenLine | null> {
  switch (meaning.is) {
    case 'goods':
      return isNamed(meaning) ? stockLine(meaning, code) : refuse(meaning, note, t)
    case 'container':
      return { code, container: meaning.container, unitId: meaning.unitId }
    case 'number':
      note('bad', t('tasks.nothing'), t('tasks.nothingWhy', { code }))
      return null
    case 'place':
      note('bad', t('tasks.noPlace'), meaning.name ?? meaning.place)
      return null
    case 'partner':
      note('bad', t('tasks.noPartner'), meaning.name ?? meaning.partner)
      return null
    case 'several':
    case 'conflict':
      return null
  }
}

/** Whether goods name what can be taken: a serial, a lot of an item without serials, or an item that is not tracked. */
function isNamed({ item, lot, serial }: Goods): boolean {
  return bySerial(item) ? serial !== undefined : item.tracking === 'none' || lot !== undefined
}

function refuse({ item, lot }: Goods, note: Note, t: Texts): null {
  note('bad', item.name, lot === undefined ? t('tasks.scanNumber') : t('tasks.scanSerials', { lot }))
  return null
}
