// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, use, useEffect, useRef } from 'react'
import { WedgeReader } from './wedge'

export type ScanHandler = (code: string) => void

type Listener = { turn: number; hear: ScanHandler }

type Handlers = { push: (listener: { current: Listener }) => () => void }

const ScannerContext = createContext<Handlers | null>(null)

/**
 * Listens to the keyboard wedge on every page, whatever has the focus. The scan goes to the listener that was added
 * last: a task's page before the shell, a dialog before the page. A paste outside of a field is a scan too.
 */
export function ScannerProvider({ children }: { children: ReactNode }) {
  const listeners = useRef<{ current: Listener }[]>([])
  const handlers = useRef<Handlers>({
    push: listener => {
      listeners.current.push(listener)
      return () => {
        listeners.current = listeners.current.filter(other => other !== listener)
      }
    },
  })

  useEffect(() => {
    const reader = new WedgeReader()
    let field: Field | null = null
    let before = ''

    const hear = (code: string) => {
      const last = listeners.current.reduce<Listener | null>(
        (found, { current }) => (found === null || current.turn > found.turn ? current : found),
        null,
      )
      last?.hear(code)
    }

    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) {
        return
      }
      if (isSecret(event.target)) {
        reader.forget()
        return
      }
      const target = fieldOf(event.target)
      const code = reader.read(event, target !== null)
      if (code !== null) {
        event.preventDefault()
        event.stopImmediatePropagation()
        if (field !== null && field === target) {
          restore(field, field.dataset.takesScans === undefined ? before : '')
        }
        hear(code)
      } else if (reader.begins) {
        field = target
        before = target?.value ?? ''
      }
      if (target === null && event.ctrlKey && event.key === ']') {
        event.preventDefault()
      }
    }

    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text').trim() ?? ''
      if (fieldOf(event.target) === null && text !== '' && !text.includes('\n')) {
        event.preventDefault()
        hear(text)
      }
    }

    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener('paste', onPaste)
    }
  }, [])

  return <ScannerContext value={handlers.current}>{children}</ScannerContext>
}

let turns = 0

/** Takes the scans as long as the component is shown. */
export function useScans(handler: ScanHandler, active = true) {
  const handlers = use(ScannerContext)
  // The turn is taken while rendering, where the page comes before what is in it; effects run the other way round.
  const turn = useRef(0)
  turn.current = active ? turn.current || ++turns : 0
  const listener = useRef<Listener>({ turn: turn.current, hear: handler })
  listener.current = { turn: turn.current, hear: handler }
  useEffect(() => (active ? handlers?.push(listener) : undefined), [handlers, active])
}

type Field = HTMLInputElement | HTMLTextAreaElement

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) {
    return target
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)
    ? target
    : null
}

/** A password goes nowhere but into its field, even when somebody has it on a badge and scans it. */
function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password'
}

/** Puts back what stood in a field before the scanner typed into it, in the way that React notices. */
function restore(field: Field, value: string) {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
