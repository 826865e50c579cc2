// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A scanner that acts as a keyboard types at this speed or faster; people do not, not for four characters and Enter.
 * Where no field has the focus nothing else can be meant, so there slow fingers are let through too.
 */
const GAP_MS_MAX = { inField: 50, outside: 1_000 }

const LENGTH_MIN = { inField: 4, outside: 1 }

/** The separator of GS1 element strings (FNC1 inside), which scanners send in different ways. */
const GROUP_SEPARATOR = '\u001d'

export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'>

/** Tells scans from typing by their speed; a scan ends with Enter or Tab. One reader for one keyboard. */
export class WedgeReader {
  private text = ''
  private lastMs = Number.NEGATIVE_INFINITY

  /** The code, when the key ended a scan; else null. */
  read(key: Key, inField: boolean): string | null {
    const where = inField ? 'inField' : 'outside'
    const slow = key.timeStamp - this.lastMs > GAP_MS_MAX[where]
    if (key.key === 'Enter' || key.key === 'Tab') {
      const code = this.text
      this.text = ''
      return !slow && code.length >= LENGTH_MIN[where] ? code : null
    }
    const character = characterOf(key)
    if (character !== null) {
      this.text = slow ? character : this.text + character
      this.lastMs = key.timeStamp
    }
    return null
  }

  /** Whether the key that was read last began what may become a scan. */
  get begins(): boolean {
    return this.text.length === 1
  }
}

function characterOf(key: Key): string | null {
  if (key.key === GROUP_SEPARATOR || key.key === 'F8' || (key.ctrlKey && key.key === ']')) {
    return GROUP_SEPARATOR
  }
  if (key.ctrlKey || key.metaKey || key.altKey) {
    return null
  }
  return key.key.length === 1 ? key.key : null
}
