// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useCallback, useRef, useState } from 'react'
import { api, Problem } from '../api/client'
import { questions } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { ofStep } from '../parts/step-faults'
import type { PullRow, Taken } from './model'
import { tick } from './pulling'
import { apiPath } from './use-recalls'

/** As many rows as one step ticks off. */
const LINES_MAX = 1_000

type Line = ReturnType<typeof tick>

type Batch = { id: string; lines: Line[] }

const keyOf = ({ unit, place }: { unit: string; place: string }) => `${unit} ${place}`

/**
 * Ticks rows off. A scan does not wait for the one before: what comes while a step is on its way goes with the next
 * step. When no answer comes the same step is sent again with its id, so that it counts once.
 */
export function useTicks(number: string) {
  const waiting = useRef<Line[]>([])
  const batch = useRef<Batch | null>(null)
  const sending = useRef(false)
  const [ticked, setTicked] = useState<ReadonlyMap<string, 'done' | 'missing'>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const send = useCallback(async () => {
    if (sending.current) {
      return
    }
    sending.current = true
    setBusy(true)
    setError(null)
    try {
      for (;;) {
        batch.current ??= next(waiting.current)
        if (batch.current === null) {
          await questions.invalidateQueries({ queryKey: ['recall', number, 'pulls'] })
          if (waiting.current.length === 0) {
            setTicked(new Map())
            break
          }
          continue
        }
        const { id, lines } = batch.current
        const taken = await api.post<Taken>(`${apiPath(number)}/steps`, { id, step: { type: 'pull', lines } })
        batch.current = null
        questions.setQueryData(['recall', number], taken.recall)
      }
    } catch (e) {
      if (e instanceof Problem && e.status < 500 && e.status !== 401) {
        // Nothing of it was taken: the rows are open again.
        const refused = new Set(batch.current?.lines.map(keyOf))
        batch.current = null
        setTicked(now => new Map([...now].filter(([key]) => !refused.has(key))))
      }
      setError(ofStep(e))
    } finally {
      sending.current = false
      setBusy(false)
    }
  }, [number])

  const add = (rows: readonly PullRow[], missing = false) => {
    const keys = new Set(rows.map(keyOf))
    waiting.current = [
      ...waiting.current.filter(line => !keys.has(keyOf(line))),
      ...rows.map(row => tick(row, missing)),
    ]
    setTicked(now => new Map([...now, ...rows.map(row => [keyOf(row), missing ? 'missing' : 'done'] as const)]))
    void send()
  }

  return {
    add,
    busy,
    error,
    again: () => void send(),
    /** A row as it is, or as it will be once what was scanned is taken. */
    stateOf: (row: PullRow) => ticked.get(keyOf(row)) ?? row.state,
  }
}

/** Takes the lines of the next step out of those that wait; the id is made once, however often it is sent. */
function next(waiting: Line[]): Batch | null {
  const lines = waiting.splice(0, LINES_MAX)
  return lines.length === 0 ? null : { id: uuid7(), lines }
}
