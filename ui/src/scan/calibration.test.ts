// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { type Calibration, calibrate, type Trial } from './calibration'
import { type ScannerProfile, type Stroke, swapped, translated } from './profile'
import { BARS, MATRIX, type Printed } from './test-texts'
import { US_KEYS } from './us-keys'

/** A keyboard layout of the device: what its keys type where that differs from an American one; '' waits for more. */
type Layout = Record<string, string>

const LAYOUTS: Record<string, Layout> = {
  US: {},
  QWERTZ: {
    KeyY: 'z',
    '+KeyY': 'Z',
    KeyZ: 'y',
    '+KeyZ': 'Y',
    Minus: 'ß',
    '+Minus': '?',
    Equal: '',
    '+Equal': '',
    BracketLeft: 'ü',
    '+BracketLeft': 'Ü',
    BracketRight: '+',
    '+BracketRight': '*',
    Semicolon: 'ö',
    '+Semicolon': 'Ö',
    Quote: 'ä',
    '+Quote': 'Ä',
    Backslash: '#',
    '+Backslash': "'",
    '+Comma': ';',
    '+Period': ':',
    Slash: '-',
    '+Slash': '_',
    Backquote: '',
    '+Backquote': '°',
    '+Digit2': '"',
    '+Digit3': '§',
    '+Digit6': '&',
    '+Digit7': '/',
    '+Digit8': '(',
    '+Digit9': ')',
    '+Digit0': '=',
  },
  AZERTY: {
    KeyQ: 'a',
    '+KeyQ': 'A',
    KeyA: 'q',
    '+KeyA': 'Q',
    KeyW: 'z',
    '+KeyW': 'Z',
    KeyZ: 'w',
    '+KeyZ': 'W',
    KeyM: ',',
    '+KeyM': '?',
    Semicolon: 'm',
    '+Semicolon': 'M',
    Comma: ';',
    '+Comma': '.',
    Period: ':',
    '+Period': '/',
    Slash: '!',
    '+Slash': '§',
    Minus: ')',
    '+Minus': '°',
    BracketLeft: '',
    '+BracketLeft': '',
    BracketRight: '$',
    '+BracketRight': '£',
    Backslash: '*',
    '+Backslash': 'µ',
    Quote: 'ù',
    '+Quote': '%',
    Backquote: '²',
    Digit1: '&',
    Digit2: 'é',
    Digit3: '"',
    Digit4: "'",
    Digit5: '(',
    Digit6: '-',
    Digit7: 'è',
    Digit8: '_',
    Digit9: 'ç',
    Digit0: 'à',
    '+Digit1': '1',
    '+Digit2': '2',
    '+Digit3': '3',
    '+Digit4': '4',
    '+Digit5': '5',
    '+Digit6': '6',
    '+Digit7': '7',
    '+Digit8': '8',
    '+Digit9': '9',
    '+Digit0': '0',
  },
} // prettier-ignore

type Scanner = {
  layout: Layout
  /** Caps Lock is on, on the device. */
  caps?: boolean
  /** The browser tells which key it was. */
  coded: boolean
  /** What it sends for the separator; undefined for the control character. */
  separator?: string
  identifies?: boolean
  prefix?: string
  suffix?: string
}

const KEY_OF = new Map(Object.entries(US_KEYS).map(([sign, character]) => [character, sign]))

/** What arrives when a scanner that thinks of an American keyboard sends a text. */
function typed(text: string, scanner: Scanner): Stroke[] {
  return [...text].map((character): Stroke => {
    if (character === '\u001d') {
      return { key: character, code: 'Control', shift: false, caps: scanner.caps ?? false }
    }
    const sign = KEY_OF.get(character)
    if (sign === undefined) {
      throw new Error(`no key for ${character}`)
    }
    const key = scanner.layout[sign] ?? character
    const turned = scanner.caps && /^\p{L}$/u.test(key) ? swapped(key) : key
    return {
      key: turned,
      code: scanner.coded ? sign.replace('+', '') : '',
      shift: sign.startsWith('+'),
      caps: scanner.caps ?? false,
    }
  })
}

function sent({ text, identifier }: Pick<Printed, 'text' | 'identifier'>, scanner: Scanner): Stroke[] {
  const { prefix = '', suffix = '', separator = '\u001d', identifies = true } = scanner
  return typed(`${prefix}${identifies ? identifier : ''}${text.replaceAll('\u001d', separator)}${suffix}`, scanner)
}

function trial(printed: Printed, scanner: Scanner, longestGapMs = 12): Trial {
  return { text: printed.text, identifier: printed.identifier, strokes: sent(printed, scanner), longestGapMs }
}

function done(calibration: Calibration) {
  if (calibration.is !== 'done') {
    throw new Error(`unclear: ${calibration.came.join(' ')}`)
  }
  return calibration
}

/** A generator of numbers that can be begun anew with its seed. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** Any text of printable characters, as codes of all families have them, with separators in it. */
function anyText(next: (below: number) => number): string {
  const characters = [...KEY_OF.keys()].filter(character => !'~|^ `'.includes(character))
  return Array.from({ length: 8 + next(40) }, (_, i) =>
    i > 0 && next(9) === 0 ? '\u001d' : (characters[next(characters.length)] ?? 'A'),
  ).join('')
}

function readsAll(profile: ScannerProfile, scanner: Scanner, texts: string[]) {
  for (const text of texts) {
    const strokes = sent({ text, identifier: ']d1' }, scanner)
    const whole = scanner.identifies === false ? text : `]d1${text}`
    expect(translated(strokes, profile).text).toBe(whole)
  }
}

describe('a scanner whose keys the browser names', () => {
  const seed = Number(process.env.GOZINTO_SEED ?? Date.now() % 1_000_000)
  const next = numbers(seed)
  const texts = Array.from({ length: 60 }, () => anyText(next))
  const cases = Object.entries(LAYOUTS).flatMap(([name, layout]) =>
    [false, true].flatMap(caps =>
      [undefined, '|', '~', '^', '{GS}', '<GS>'].map(separator => ({ name, layout, caps, separator, coded: true })),
    ),
  )

  test.each(cases)(
    `on $name with Caps Lock $caps and the separator $separator reads everything (seed ${seed})`,
    scanner => {
      const { profile, cells, findings } = done(calibrate([trial(MATRIX, scanner)]))
      expect(cells.flat().filter(cell => cell.is === 'lost')).toEqual([])
      expect(findings).not.toContain('lost')
      expect(profile.separates).toBe(true)
      expect(profile.identifies).toBe(true)
      readsAll(profile, scanner, texts)
      // The key that is pressed does not depend on Caps Lock.
      readsAll(profile, { ...scanner, caps: !scanner.caps }, texts)
    },
  )

  test.each(cases)('on $name with Caps Lock $caps and $separator is read from bars too', scanner => {
    const { profile } = done(calibrate(BARS.map(one => trial(one, scanner))))
    expect(profile.separates).toBe(true)
    readsAll(profile, scanner, texts)
  })

  test.each([
    { prefix: '%%', suffix: '' },
    { prefix: '', suffix: '#' },
    { prefix: '<<', suffix: '>>' },
  ])('that sends $prefix before and $suffix behind is rid of both', around => {
    const scanner = { layout: LAYOUTS.QWERTZ ?? {}, coded: true, ...around }
    const { profile } = done(calibrate([trial(MATRIX, scanner)]))
    expect(profile).toMatchObject(around)
    readsAll(profile, scanner, texts)
    expect(translated(sent({ text: 'ABC', identifier: ']C0' }, scanner), profile).framed).toBe(true)
  })
})

describe('a scanner whose keys the browser does not name', () => {
  const CASES = [
    { name: 'Caps Lock', layout: {}, caps: true },
    {
      name: 'a German keyboard without accents',
      layout: { KeyY: 'z', '+KeyY': 'Z', KeyZ: 'y', '+KeyZ': 'Y', Minus: 'ß', '+Minus': 'µ' },
    },
  ]

  test.each(CASES)('is read by what it types: $name', ({ layout, caps }) => {
    const scanner = { layout: layout as Layout, caps, coded: false, separator: '|', identifies: false }
    const { profile, findings } = done(calibrate([trial(MATRIX, scanner)]))
    expect(findings).not.toContain('lost')
    readsAll(profile, scanner, ['0109506000134352\u001d10AbYz-9', 'GZ-DONE', 'B36-0001'])
    readsAll(profile, { ...scanner, caps: !caps }, ['0109506000134352\u001d10AbYz-9', 'GZ-DONE', 'B36-0001'])
  })

  test('loses what two keys type alike, and says so', () => {
    const scanner = { layout: { Semicolon: 'x' }, coded: false }
    const { findings, cells } = done(calibrate([trial(MATRIX, scanner)]))
    expect(findings).toContain('lost')
    expect(
      cells
        .flat()
        .filter(cell => cell.is === 'lost')
        .map(cell => cell.expected),
    ).toContain(';')
  })
})

describe('the separator', () => {
  test('that does not come is named: no mapping brings it back', () => {
    const { findings, profile } = done(calibrate([trial(MATRIX, { layout: {}, coded: true, separator: '' })]))
    expect(findings).toEqual(['separatorMissing'])
    expect(profile.separates).toBe(false)
  })

  test('that comes as a character of the data separates nothing', () => {
    const { findings, profile } = done(calibrate([trial(MATRIX, { layout: {}, coded: true, separator: '-' })]))
    expect(findings).toContain('separatorUnclear')
    expect(profile.separates).toBe(false)
  })

  test('is left alone in an address, where such a character is one of its own', () => {
    const scanner = { layout: {}, coded: true, separator: '~' }
    const { profile } = done(calibrate([trial(MATRIX, scanner)]))
    const address = 'https://example.com/~stock/01/09506000134352'
    expect(translated(typed(`]Q1${address}`, scanner), profile).text).toBe(`]Q1${address}`)
  })
})

test('a scanner that is as it should be needs nothing', () => {
  const { findings, profile, cells } = done(calibrate([trial(MATRIX, { layout: {}, coded: true })]))
  expect(findings).toEqual([])
  expect(profile).toMatchObject({ keys: {}, separators: [], prefix: '', suffix: '', separates: true, identifies: true })
  expect(cells.flat().every(cell => cell.is === 'right')).toBe(true)
})

test('a scanner that does not say what symbol it was is told', () => {
  const { findings } = done(calibrate([trial(MATRIX, { layout: {}, coded: true, identifies: false })]))
  expect(findings).toEqual(['noIdentifier'])
})

test('Caps Lock alone is named as what it is', () => {
  const { findings } = done(calibrate([trial(MATRIX, { layout: {}, coded: true, caps: true })]))
  expect(findings).toEqual(['case'])
})

test('a slow scanner gets the time that it needs, up to a limit', () => {
  const scanner = { layout: {}, coded: true }
  const slow = done(calibrate([trial(MATRIX, scanner, 100)]))
  expect(slow.findings).toEqual(['slow'])
  expect(slow.profile.gapMs).toBe(150)
  expect(done(calibrate([trial(MATRIX, scanner, 600)])).findings).toEqual(['tooSlow'])
})

test('another code than the test symbol is not taken for one', () => {
  const strokes = typed('B36-0001 is no test symbol at all', { layout: {}, coded: true })
  expect(calibrate([{ text: MATRIX.text, identifier: MATRIX.identifier, strokes, longestGapMs: 10 }]).is).toBe(
    'unclear',
  )
  const shuffled = [...MATRIX.text]
    .sort((a, b) => (a < b ? 1 : -1))
    .join('')
    .replaceAll('\u001d', '')
  const wrong = {
    text: MATRIX.text,
    identifier: ']d2',
    strokes: typed(shuffled, { layout: {}, coded: true }),
    longestGapMs: 1,
  }
  expect(calibrate([wrong]).is).toBe('unclear')
})
