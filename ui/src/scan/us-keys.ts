// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** The keys of an American keyboard: without and with Shift. */
const ROWS: [code: string, plain: string, shifted: string][] = [
  ['Backquote', '`', '~'],
  ['Minus', '-', '_'],
  ['Equal', '=', '+'],
  ['BracketLeft', '[', '{'],
  ['BracketRight', ']', '}'],
  ['Backslash', '\\', '|'],
  ['Semicolon', ';', ':'],
  ['Quote', "'", '"'],
  ['Comma', ',', '<'],
  ['Period', '.', '>'],
  ['Slash', '/', '?'],
  ['Space', ' ', ' '],
  ...[...')!@#$%^&*('].map((shifted, i): [string, string, string] => [`Digit${i}`, String(i), shifted]),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter): [string, string, string] => [
    `Key${letter.toUpperCase()}`,
    letter,
    letter.toUpperCase(),
  ]),
]

/** What each key means there, by its signature; see `signature`. */
export const US_KEYS: Record<string, string> = Object.fromEntries(
  ROWS.flatMap(([code, plain, shifted]) => [
    [code, plain],
    [`+${code}`, shifted],
  ]),
)
