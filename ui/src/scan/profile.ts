// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { US_KEYS } from './us-keys'

/** A key as it came: what the browser made of it, and which key it was. */
export type Stroke = {
  /** The character; empty where the browser waits for another key, as after an accent. */
  key: string
  /** The place of the key on the keyboard, such as `KeyY`; empty where the browser does not tell. */
  code: string
  shift: boolean
  /** Whether Caps Lock was on. */
  caps: boolean
  altGr?: boolean
}

/**
 * How the scanner of this device must be read. All of it is found by calibrating; a scanner that was never calibrated
 * is read as it types.
 */
export type ScannerProfile = {
  /** What a key means, where that is not what it typed. */
  keys: Record<string, string>
  /** The scanner presses the keys of an American keyboard, whatever layout the device has. */
  american: boolean
  /** What stands for the group separator. */
  separators: string[]
  /** What the scanner sends before and behind each code. */
  prefix: string
  suffix: string
  /** A pause between two keys of a scan, at most. */
  gapMs: number
  /** Whether Caps Lock was on; it turns the letters of those browsers that do not tell which key it was. */
  caps?: boolean
  /** When it was calibrated, and whether separators and symbology identifiers come. */
  at?: string
  separates?: boolean
  identifies?: boolean
}

export const PLAIN: ScannerProfile = {
  keys: {},
  american: false,
  separators: [],
  prefix: '',
  suffix: '',
  gapMs: 0,
}

/** Words for the separator that are data nowhere. */
const ALWAYS = ['<GS>', '{GS}', '␝']

/** Which key it was: by its place, which no layout, accent or Caps Lock changes, else by what it typed. */
export function signature({ key, code, shift, altGr }: Stroke): string {
  return code === '' || code === 'Alt' || code === 'Control'
    ? `=${key}`
    : `${shift ? '+' : ''}${altGr ? '#' : ''}${code}`
}

/** What a stroke means. */
export function meantBy(given: Stroke, { keys, american, caps }: ScannerProfile): string {
  if (given.code === 'Alt' || given.code === 'Control') {
    return given.key
  }
  const turned = given.code === '' && caps !== undefined && given.caps !== caps
  const stroke = turned ? { ...given, key: swapped(given.key) } : given
  const sign = signature(stroke)
  return keys[sign] ?? (american && !stroke.altGr ? US_KEYS[sign] : undefined) ?? stroke.key
}

/** A letter in its other case; a character that has none, such as ß, stays. */
export function swapped(letter: string): string {
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
  return other.length === letter.length ? other : letter
}

/** The text of a scan; `framed` when what the scanner sends before and behind each code stands there. */
export function translated(strokes: Stroke[], profile: ScannerProfile): { text: string; framed: boolean } {
  let text = strokes.map(stroke => meantBy(stroke, profile)).join('')
  const { prefix, suffix, separators } = profile
  const framed =
    prefix + suffix !== '' && text.startsWith(prefix) && text.endsWith(suffix) && text.length > (prefix + suffix).length
  if (framed) {
    text = text.slice(prefix.length, text.length - suffix.length)
  }
  return { text: separated(text, separators), framed }
}

/** Puts the separator where the scanner sent something else for it. */
function separated(text: string, separators: string[]): string {
  let whole = text
  // In an address such a character is one of its own.
  if (/^(\]..)?https?:/i.test(text)) {
    return text
  }
  for (const word of [...ALWAYS, ...separators]) {
    whole = whole.replaceAll(word, '\u001d')
  }
  return whole
}

const KEPT = 'gozinto.scanner'

/** The profile of this device. */
export function scannerProfile(): ScannerProfile {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Partial<ScannerProfile> | null
    return { ...PLAIN, ...kept }
  } catch {
    return PLAIN
  }
}

const listeners = new Set<() => void>()

export function onProfile(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function keepProfile(profile: ScannerProfile | null) {
  if (profile === null) {
    localStorage.removeItem(KEPT)
  } else {
    localStorage.setItem(KEPT, JSON.stringify(profile))
  }
  for (const listener of listeners) {
    listener()
  }
}
