// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from 'react'
import { onProfile, scannerProfile } from './profile'
import { type Burst, WedgeReader } from './wedge'

export type ScanHandler = (code: string) => void

type Listener = { turn: number; hear: ScanHandler }

/** Takes what comes key by key, scan or not; see `useBursts`. */
type BurstHandler = (burst: Burst) => void

/** Fewer keys than this and Enter are somebody at the keyboard. */
const BURST_MIN = 8

type Handlers = {
  push: (listener: { current: Listener }) => () => void
  hear: ScanHandler
  bursts: Set<{ current: BurstHandler }>
}

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
    hear: code => {
      const last = listeners.current.reduce<Listener | null>(
        (found, { current }) => (found === null || current.turn > found.turn ? current : found),
        null,
      )
      last?.hear(code)
    },
    bursts: new Set(),
  })

  useEffect(() => {
    let profile = scannerProfile()
    const forget = onProfile(() => {
      profile = scannerProfile()
    })
    const reader = new WedgeReader(() => profile)
    let field: Field | null = null
    let before = ''

    const { hear, bursts } = handlers.current

    const onKey = (event: KeyboardEvent) => {
      // An accent on its way says nothing, unless it is known which character each key means.
      if (event.isComposing && !profile.american) {
        return
      }
      if (isSecret(event.target)) {
        reader.forget()
        return
      }
      const target = fieldOf(event.target)
      const code = reader.read(event, target !== null)
      if (bursts.size > 0 && reader.last !== null && reader.last.strokes.length >= BURST_MIN) {
        event.preventDefault()
        for (const one of bursts) {
          one.current(reader.last)
        }
      } else if (code !== null) {
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
      if (reader.swallows) {
        event.preventDefault()
        event.stopImmediatePropagation()
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
      forget()
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

/** Takes every burst of keys instead of scans, for the page that calibrates. */
export function useBursts(handler: BurstHandler) {
  const handlers = use(ScannerContext)
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    handlers?.bursts.add(latest)
    return () => {
      handlers?.bursts.delete(latest)
    }
  }, [handlers])
}

/** Gives a scan to whoever listens, as the keyboard wedge does: for the camera. */
export function useHear(): ScanHandler {
  const handlers = use(ScannerContext)
  return useCallback(code => handlers?.hear(code), [handlers])
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
