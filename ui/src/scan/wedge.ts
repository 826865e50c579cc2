// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { PLAIN, type ScannerProfile, type Stroke, translated } from './profile'

/**
 * A scanner that acts as a keyboard types at this speed or faster; people do not, not for four characters and Enter.
 * Where no field has the focus nothing else can be meant, so there slow fingers are let through too. A scanner that
 * was calibrated and is slower has a limit of its own.
 */
const GAP_MS_MAX = { inField: 50, outside: 1_000 }

/**
 * After a rest as long as this, what comes is something new. A scanner that falters for a shorter while has not begun
 * again: what it sends is typing then, so that the end of a number is never taken for the number.
 */
const REST_MS = { inField: 300, outside: 1_000 }

const LENGTH_MIN = { inField: 4, outside: 1 }

/** More than any symbol holds. */
const LENGTH_MAX = 8_000

/** The separator of GS1 element strings (FNC1 inside), which scanners send in different ways. */
const GROUP_SEPARATOR = '\u001d'

export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'> &
  Partial<Pick<KeyboardEvent, 'code' | 'shiftKey' | 'getModifierState'>>

/** What one scan was, key by key, for those who calibrate. */
export type Burst = { strokes: Stroke[]; longestGapMs: number; end: 'Enter' | 'Tab' }

/** Tells scans from typing by their speed; a scan ends with Enter or Tab. One reader for one keyboard. */
export class WedgeReader {
  private strokes: Stroke[] = []
  private lastMs = Number.NEGATIVE_INFINITY
  private longestGapMs = 0
  /** Whether everything so far came at a scanner's speed. */
  private quick = false
  private began = false
  private swallowed = false
  /** The digits that were typed while Alt is down: a character by its number. */
  private altDigits = ''
  private endedMs = Number.NEGATIVE_INFINITY
  private burst: Burst | null = null

  constructor(private readonly profile: () => ScannerProfile = () => PLAIN) {}

  /** The code, when the key ended a scan; else null. */
  read(key: Key, inField: boolean): string | null {
    this.burst = null
    this.began = false
    this.swallowed = false
    if (key.key === 'Enter' || key.key === 'Tab') {
      return this.end(key, key.key, inField)
    }
    if (key.altKey && !key.ctrlKey && /^\d$/.test(key.key)) {
      this.start(key, inField)
      this.altDigits += key.key
      this.lastMs = key.timeStamp
      this.swallowed = true
      return null
    }
    this.closeAlt()
    const stroke = this.strokeOf(key)
    if (stroke !== null) {
      this.start(key, inField)
      this.strokes.push(stroke)
      this.lastMs = key.timeStamp
      if (this.strokes.length > LENGTH_MAX) {
        this.forget()
      }
    }
    return null
  }

  /** Whether the key that was read last began what may become a scan. */
  get begins(): boolean {
    return this.began
  }

  /** Whether the key that was read last belongs to a scanner and must do nothing else, such as open a dialog. */
  get swallows(): boolean {
    return this.swallowed
  }

  /** What the key that was read last ended, whether or not it was a scan. */
  get last(): Burst | null {
    return this.burst
  }

  /** Forgets what was read so far. */
  forget() {
    this.strokes = []
    this.altDigits = ''
    this.began = false
  }

  private start(key: Key, inField: boolean) {
    const gapMs = key.timeStamp - this.lastMs
    this.began =
      gapMs > REST_MS[inField ? 'inField' : 'outside'] || (this.strokes.length === 0 && this.altDigits === '')
    if (this.began) {
      this.strokes = []
      this.altDigits = ''
      this.longestGapMs = 0
      this.quick = true
    } else {
      this.longestGapMs = Math.max(this.longestGapMs, gapMs)
      this.quick = this.quick && gapMs <= this.gapMsMax()
    }
  }

  private end(key: Key, end: 'Enter' | 'Tab', inField: boolean): string | null {
    this.closeAlt()
    const gapMs = key.timeStamp - this.lastMs
    if (this.strokes.length === 0) {
      // Some scanners end twice, as with carriage return and line feed.
      this.swallowed = key.timeStamp - this.endedMs <= GAP_MS_MAX.inField
      return null
    }
    const profile = this.profile()
    const { strokes } = this
    this.strokes = []
    this.burst = { strokes, longestGapMs: Math.max(this.longestGapMs, gapMs), end }
    // Tab leads from field to field, and slow fingers before it mean just that.
    const where = inField || end === 'Tab' ? 'inField' : 'outside'
    const gapMsMax = Math.max(GAP_MS_MAX[where], this.gapMsMax())
    const fromScanner = this.quick && gapMs <= this.gapMsMax()
    const framed = translated(strokes, profile)
    const known = fromScanner || framed.framed
    if (!known && (where === 'inField' || gapMs > gapMsMax)) {
      return null
    }
    // What a person types outside of fields is what they typed, however the scanner's keys must be read.
    const code = (known ? framed.text : strokes.map(stroke => stroke.key).join('')).trim()
    if (code.length < LENGTH_MIN[where]) {
      return null
    }
    this.endedMs = key.timeStamp
    return code
  }

  private gapMsMax(): number {
    return Math.max(GAP_MS_MAX.inField, this.profile().gapMs)
  }

  /** Alt and the number of a character on the keypad: 029 is the group separator. */
  private closeAlt() {
    if (this.altDigits !== '') {
      const digits = this.altDigits
      const number = Number(digits)
      this.altDigits = ''
      // Fewer digits are somebody who goes to another tab.
      if (digits.length >= 3 && number > 0 && number < 256) {
        this.strokes.push({ key: String.fromCharCode(number), code: 'Alt', shift: false, caps: false })
      }
    }
  }

  private strokeOf(key: Key): Stroke | null {
    const about = {
      code: key.code ?? '',
      shift: key.shiftKey ?? false,
      caps: key.getModifierState?.('CapsLock') ?? false,
    }
    const control = controlOf(key)
    if (control !== null && (control === GROUP_SEPARATOR || this.inBurst(key))) {
      this.swallowed = key.ctrlKey
      return { ...about, key: control, code: 'Control' }
    }
    const altGr = key.getModifierState?.('AltGraph') ?? false
    if ((key.ctrlKey || key.altKey || key.metaKey) && !altGr) {
      return null
    }
    if (key.key === 'Dead' || key.key === 'Process') {
      return about.code === '' ? null : { ...about, key: '' }
    }
    if (key.key.length !== 1) {
      return null
    }
    return this.strokes.length === 0 && key.key === ' ' ? null : { ...about, key: key.key, altGr }
  }

  private inBurst(key: Key): boolean {
    return this.strokes.length > 0 && this.quick && key.timeStamp - this.lastMs <= this.gapMsMax()
  }
}

/** Control characters as scanners send them: as themselves, as F8, or as Ctrl with the key they are named after. */
function controlOf({ key, ctrlKey, code = '' }: Key): string | null {
  if (key === GROUP_SEPARATOR || key === 'F8') {
    return GROUP_SEPARATOR
  }
  if (!ctrlKey) {
    return null
  }
  // By its place on the keyboard: on other layouts another character is there.
  const named: Record<string, string> = {
    BracketRight: ']',
    BracketLeft: '[',
    Backslash: '\\',
    Digit6: '^',
    Minus: '_',
  }
  const name = named[code] ?? (key === '6' ? '^' : key === '-' ? '_' : key.toUpperCase())
  const at = name.length === 1 ? name.charCodeAt(0) - 0x40 : -1
  return at > 0 && at < 0x20 ? String.fromCharCode(at) : null
}
