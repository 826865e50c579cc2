// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A scanner that acts as a keyboard types at this speed or faster; people do not, not for four characters and Enter.
 * Where no field has the focus nothing else can be meant, so there slow fingers are let through too.
 */
const GAP_MS_MAX = { inField: 50, outside: 1_000 }

/**
 * After a rest as long as this, what comes is something new. A scanner that falters for a shorter while has not begun
 * again: what it sends is typing then, so that the end of a number is never taken for the number.
 */
const REST_MS = { inField: 300, outside: 1_000 }

const LENGTH_MIN = { inField: 4, outside: 1 }

/** The separator of GS1 element strings (FNC1 inside), which scanners send in different ways. */
const GROUP_SEPARATOR = '\u001d'

export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'>

/** Tells scans from typing by their speed; a scan ends with Enter or Tab. One reader for one keyboard. */
export class WedgeReader {
  private text = ''
  private lastMs = Number.NEGATIVE_INFINITY
  /** Whether everything so far came at a scanner's speed. */
  private quick = false
  private began = false

  /** The code, when the key ended a scan; else null. */
  read(key: Key, inField: boolean): string | null {
    this.began = false
    const gapMs = key.timeStamp - this.lastMs
    if (key.key === 'Enter' || key.key === 'Tab') {
      // Tab leads from field to field, and slow fingers before it mean just that.
      const where = inField || key.key === 'Tab' ? 'inField' : 'outside'
      const quick = where === 'outside' || this.quick
      const code = this.text.trim()
      this.text = ''
      return quick && gapMs <= GAP_MS_MAX[where] && code.length >= LENGTH_MIN[where] ? code : null
    }
    const character = characterOf(key)
    if (character !== null) {
      this.began = gapMs > REST_MS[inField ? 'inField' : 'outside'] || this.text === ''
      this.quick = this.began || (this.quick && gapMs <= GAP_MS_MAX.inField)
      this.text = this.began ? character.trimStart() : this.text + character
      this.lastMs = key.timeStamp
    }
    return null
  }

  /** Whether the key that was read last began what may become a scan. */
  get begins(): boolean {
    return this.began
  }

  /** Forgets what was read so far. */
  forget() {
    this.text = ''
    this.began = false
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
