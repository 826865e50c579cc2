// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { PLAIN, type ScannerProfile } from './profile'
import { type Key, WedgeReader } from './wedge'

/** A keyboard that counts its own time. */
function keyboard(inField: boolean, profile: Partial<ScannerProfile> = {}) {
  const reader = new WedgeReader(() => ({ ...PLAIN, ...profile }))
  let nowMs = 1_000
  const press = (key: string, afterMs: number, more: Partial<Key> = {}) => {
    nowMs += afterMs
    return reader.read({ key, ctrlKey: false, altKey: false, metaKey: false, timeStamp: nowMs, ...more }, inField)
  }
  const type = (text: string, gapMs: number) => {
    for (const character of text) {
      press(character, gapMs)
    }
  }
  return { reader, press, type }
}

describe('in a field', () => {
  test('a scan ends with Enter', () => {
    const { press, type } = keyboard(true)
    type('B36-0001', 8)
    expect(press('Enter', 8)).toBe('B36-0001')
  })

  test('a scan ends with Tab', () => {
    const { press, type } = keyboard(true)
    type('B36-0001', 8)
    expect(press('Tab', 8)).toBe('B36-0001')
  })

  test('what a person types is left alone', () => {
    const { press, type } = keyboard(true)
    type('B36-0001', 120)
    expect(press('Enter', 120)).toBeNull()
  })

  test('a person who waits before Enter is left alone, however fast they typed', () => {
    const { press, type } = keyboard(true)
    type('B36-0001', 30)
    expect(press('Enter', 200)).toBeNull()
  })

  test('a scanner that falters is never cut: the end of a number is not the number', () => {
    const { press, type } = keyboard(true)
    type('B36-', 8)
    press('0', 120)
    type('001', 8)
    expect(press('Enter', 8)).toBeNull()
  })

  test('three characters are too few to be a scan', () => {
    const { press, type } = keyboard(true)
    type('A-1', 8)
    expect(press('Enter', 8)).toBeNull()
  })

  test('a scan after typing is the scan alone', () => {
    const { press, type } = keyboard(true)
    type('order', 150)
    press('X', 400)
    type('YZ-77', 8)
    expect(press('Enter', 8)).toBe('XYZ-77')
  })

  test('only the first character begins, whatever key comes with the second', () => {
    const { reader, press } = keyboard(true)
    press('a', 500)
    expect(reader.begins).toBe(true)
    press('Shift', 4)
    expect(reader.begins).toBe(false)
    press('B', 4)
    expect(reader.begins).toBe(false)
  })
})

describe('outside of fields', () => {
  test('slow fingers are let through', () => {
    const { press, type } = keyboard(false)
    type('42', 600)
    expect(press('Enter', 600)).toBe('42')
  })

  test('a second of rest begins anew', () => {
    const { press } = keyboard(false)
    press('4', 100)
    press('2', 1_200)
    expect(press('Enter', 100)).toBe('2')
  })

  test('a scanner may end with Tab; slow fingers before Tab go on to the next control', () => {
    const scanner = keyboard(false)
    scanner.type('B36-0001', 8)
    expect(scanner.press('Tab', 8)).toBe('B36-0001')

    const fingers = keyboard(false)
    fingers.type('B36-0001', 300)
    expect(fingers.press('Tab', 40)).toBeNull()
  })

  test('Space on a button and then Enter is no scan', () => {
    const { press } = keyboard(false)
    press(' ', 100)
    expect(press('Enter', 300)).toBeNull()
  })
})

describe('the separator of GS1 element strings', () => {
  test.each([
    ['Ctrl and ]', ']', { ctrlKey: true }],
    ['F8', 'F8', {}],
    ['the character itself', '\u001d', {}],
  ])('comes as %s', (_, key, more) => {
    const { press, type } = keyboard(true)
    type('10AB', 8)
    press('Control', 2)
    press(key, 2, more)
    type('21X9', 8)
    expect(press('Enter', 8)).toBe('10AB\u001d21X9')
  })

  test('shortcuts are no characters', () => {
    const { press, type } = keyboard(false)
    press('c', 8, { ctrlKey: true })
    press('v', 8, { metaKey: true })
    type('B36-0001', 8)
    expect(press('Enter', 8)).toBe('B36-0001')
  })
})

test('what one scan was is forgotten at its end', () => {
  const { press, type } = keyboard(true)
  type('B36-0001', 8)
  press('Enter', 8)
  expect(press('Enter', 8)).toBeNull()
})

describe('a scanner that types characters by their numbers', () => {
  const alt = (press: ReturnType<typeof keyboard>['press'], number: string) => {
    press('Alt', 3, { altKey: true })
    for (const digit of number) {
      press(digit, 3, { altKey: true })
    }
  }

  test('sends the separator as Alt and 029', () => {
    const { press, type } = keyboard(true)
    type('10AB', 8)
    alt(press, '029')
    type('21X9', 8)
    expect(press('Enter', 8)).toBe('10AB\u001d21X9')
  })

  test('sends everything so, whatever the layout', () => {
    const { reader, press } = keyboard(true)
    for (const character of '10Zy\u001d21-') {
      alt(press, String(character.charCodeAt(0)).padStart(3, '0'))
      expect(reader.swallows).toBe(true)
    }
    expect(press('Enter', 8)).toBe('10Zy\u001d21-')
  })

  test('is not somebody who goes to another tab with Alt and a digit', () => {
    const { press } = keyboard(false)
    alt(press, '2')
    expect(press('Enter', 100)).toBeNull()
  })
})

describe('control characters in the middle of a scan', () => {
  test('are data, and no shortcut of the browser', () => {
    const { reader, press, type } = keyboard(false)
    type('[)>', 8)
    press('Control', 2)
    press('6', 2, { ctrlKey: true, code: 'Digit6' })
    expect(reader.swallows).toBe(true)
    type('06', 8)
    press('+', 8, { ctrlKey: true, code: 'BracketRight' })
    type('SABC', 8)
    press('d', 8, { ctrlKey: true, code: 'KeyD' })
    expect(reader.swallows).toBe(true)
    expect(press('Enter', 8)).toBe('[)>\u001e06\u001dSABC\u0004')
  })

  test('a person’s shortcut after typing stays theirs', () => {
    const { reader, press, type } = keyboard(true)
    type('note', 140)
    press('d', 400, { ctrlKey: true, code: 'KeyD' })
    expect(reader.swallows).toBe(false)
  })
})

describe('a scanner that was calibrated', () => {
  test('may be slow, in a field too, and for as long as 250 characters take', () => {
    const { press, type } = keyboard(true, { gapMs: 150 })
    const long = 'A1'.repeat(125)
    type(long, 95)
    expect(press('Enter', 95)).toBe(long)
  })

  test('is known by what it sends before and behind, whatever its speed', () => {
    const { press, type } = keyboard(true, { prefix: '%%', suffix: '#' })
    type('%%B36-0001#', 180)
    expect(press('Enter', 180)).toBe('B36-0001')
  })

  test('does not change what a person types outside of fields', () => {
    const keys = { KeyY: 'y', KeyZ: 'z' }
    const fingers = keyboard(false, { keys })
    fingers.press('z', 300, { code: 'KeyY' })
    expect(fingers.press('Enter', 300)).toBe('z')

    const scanner = keyboard(false, { keys })
    scanner.press('z', 300, { code: 'KeyY' })
    scanner.press('y', 8, { code: 'KeyZ' })
    expect(scanner.press('Enter', 8)).toBe('yz')
  })
})

test('the second key of a double ending does nothing', () => {
  const { reader, press, type } = keyboard(false)
  type('B36-0001', 8)
  press('Enter', 8)
  expect(press('Enter', 8)).toBeNull()
  expect(reader.swallows).toBe(true)
  press('Enter', 500)
  expect(reader.swallows).toBe(false)
})

test.each(['<GS>', '{GS}', '␝'])('%s is a separator for every scanner', word => {
  const { press, type } = keyboard(true)
  type(`10AB${word}21X9`, 8)
  expect(press('Enter', 8)).toBe('10AB\u001d21X9')
})

test('keys without end are forgotten', () => {
  const { press, type } = keyboard(false)
  type('A'.repeat(9_000), 1)
  expect(press('Enter', 1)?.length).toBeLessThan(1_000)
})
