// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { type Key, WedgeReader } from './wedge'

/** A keyboard that counts its own time. */
function keyboard(inField: boolean) {
  const reader = new WedgeReader()
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
