// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { cleanup, render, screen } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ScannerProvider, useScans } from './scanner'

afterEach(cleanup)

let nowMs = 10_000

/** A key goes down on whatever has the focus; a field takes the character unless somebody prevents it. */
function press(key: string, afterMs = 5, more: KeyboardEventInit = {}): KeyboardEvent {
  nowMs += afterMs
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  Object.defineProperty(event, 'timeStamp', { value: nowMs })
  const target = document.activeElement ?? document.body
  target.dispatchEvent(event)
  if (!event.defaultPrevented && key.length === 1 && !event.ctrlKey && target instanceof HTMLInputElement) {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    setter?.call(target, target.value + key)
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return event
}

function pressAll(text: string, afterMs?: number) {
  for (const character of text) {
    press(character, afterMs)
  }
}

function scan(code: string, end = 'Enter') {
  nowMs += 2_000
  pressAll(code)
  return press(end)
}

function Listener({ heard, active }: { heard: string[]; active?: boolean }) {
  useScans(code => heard.push(code), active)
  return null
}

function Field(props: { takesScans?: boolean; type?: string }) {
  const [value, setValue] = useState('as it was')
  return (
    <input
      aria-label="field"
      type={props.type ?? 'text'}
      value={value}
      onChange={e => setValue(e.currentTarget.value)}
      data-takes-scans={props.takesScans}
    />
  )
}

/** Opens a page with these fields; what it hears is in the answer. */
function listening(fields?: ReactNode): string[] {
  const heard: string[] = []
  render(
    <ScannerProvider>
      <Listener heard={heard} />
      {fields}
    </ScannerProvider>,
  )
  return heard
}

function focused(): HTMLInputElement {
  const field = screen.getByLabelText<HTMLInputElement>('field')
  field.focus()
  return field
}

describe('a scan while a field has the focus', () => {
  test('is heard, and the field is as it was', () => {
    const heard = listening(<Field />)
    const field = focused()
    const end = scan('B36-0001')
    expect(heard).toEqual(['B36-0001'])
    expect(field.value).toBe('as it was')
    expect(end.defaultPrevented).toBe(true)
  })

  test('leaves nothing behind when Shift comes with the second character', () => {
    const heard = listening(<Field />)
    const field = focused()
    nowMs += 2_000
    press('a')
    press('Shift')
    pressAll('B-77')
    press('Enter')
    expect(heard).toEqual(['aB-77'])
    expect(field.value).toBe('as it was')
  })

  test('empties a field that takes scans', () => {
    const heard = listening(<Field takesScans />)
    const field = focused()
    scan('B36-0001')
    expect(heard).toEqual(['B36-0001'])
    expect(field.value).toBe('')
  })

  test('keeps the focus there when the scanner ends with Tab', () => {
    const heard = listening(<Field />)
    const field = focused()
    expect(scan('B36-0001', 'Tab').defaultPrevented).toBe(true)
    expect(heard).toEqual(['B36-0001'])
    expect(field.value).toBe('as it was')
  })

  test('brings the group separator with it', () => {
    const heard = listening(<Field />)
    const field = focused()
    nowMs += 2_000
    pressAll('10AB')
    press('Control')
    press(']', 5, { ctrlKey: true })
    pressAll('21X9')
    press('Enter')
    expect(heard).toEqual(['10AB\u001d21X9'])
    expect(field.value).toBe('as it was')
  })

  test('is no scan in a field for a password', () => {
    const heard = listening(<Field type="password" />)
    const field = focused()
    const end = scan('harbour-crane-17')
    expect(heard).toEqual([])
    expect(field.value).toBe('as it washarbour-crane-17')
    expect(end.defaultPrevented).toBe(false)
  })
})

test('what a person types stays in the field, and Enter is theirs', () => {
  const heard = listening(<Field />)
  const field = focused()
  pressAll(' and more', 140)
  const end = press('Enter', 140)
  expect(heard).toEqual([])
  expect(field.value).toBe('as it was and more')
  expect(end.defaultPrevented).toBe(false)
})

describe('who hears', () => {
  let shell: string[]
  let page: string[]
  beforeEach(() => {
    shell = []
    page = []
  })

  function Shell({ children }: { children: ReactNode }) {
    useScans(code => shell.push(code))
    return children
  }

  /** The shell takes scans, and so does the page in it. */
  const pageInShell = (pageActive: boolean) => (
    <ScannerProvider>
      <Shell>
        <Listener heard={page} active={pageActive} />
      </Shell>
    </ScannerProvider>
  )

  test('the page before the shell, although both come at the same moment', () => {
    render(pageInShell(true))
    scan('B36-0001')
    expect(page).toEqual(['B36-0001'])
    expect(shell).toEqual([])
  })

  test('the shell, while the page does not listen', () => {
    const { rerender } = render(pageInShell(false))
    scan('B36-0001')
    rerender(pageInShell(true))
    scan('B36-0002')
    expect(shell).toEqual(['B36-0001'])
    expect(page).toEqual(['B36-0002'])
  })
})

describe('a paste', () => {
  function paste(target: Element, text: string) {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
    target.dispatchEvent(event)
    return event
  }

  test('outside of a field is a scan', () => {
    const heard = listening()
    expect(paste(document.body, ' B36-0001\n').defaultPrevented).toBe(true)
    expect(heard).toEqual(['B36-0001'])
  })

  test('of several lines is none', () => {
    const heard = listening()
    expect(paste(document.body, 'B36-0001\nB36-0002').defaultPrevented).toBe(false)
    expect(heard).toEqual([])
  })

  test('into a field is the field’s', () => {
    const heard = listening(<Field />)
    expect(paste(focused(), 'B36-0001').defaultPrevented).toBe(false)
    expect(heard).toEqual([])
  })
})
