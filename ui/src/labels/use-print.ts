// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react'
import { api, Problem } from '../api/client'
import { questions } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { bodyOf, type Job, type Wanted } from './job'
import type { PrintState, Sent } from './model'

/** What came of it: a document to open or save, or labels that a printer was sent. */
export type Printed =
  | { is: 'document'; blob: Blob; name: string }
  | { is: 'sent'; printer: string; labels: number; state: PrintState }

/** Prints a job. When no answer comes, the same request is sent again with the same id, and is never printed twice. */
export function usePrint(job: Job, done: (wanted: Wanted) => void) {
  const [printed, setPrinted] = useState<Printed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const sent = useRef<{ text: string; id: string } | null>(null)

  const print = async (wanted: Wanted) => {
    const body = bodyOf(job, wanted)
    const text = JSON.stringify(body)
    if (sent.current?.text !== text) {
      sent.current = { text, id: uuid7() }
    }
    setBusy(true)
    setError(null)
    setPrinted(null)
    try {
      const response = await api.document('/labels:print', { id: sent.current.id, ...body })
      setPrinted(await printedOf(response, wanted))
      sent.current = null
      done(wanted)
      void questions.invalidateQueries({ queryKey: ['prints'] })
      void questions.invalidateQueries({ queryKey: ['numbers'] })
    } catch (e) {
      if (e instanceof Problem && e.status < 500) {
        // Refused. A printer that did not answer gets the same labels again, and they count once.
        sent.current = null
      }
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  const reset = () => {
    setPrinted(null)
    setError(null)
  }
  return { print, printed, error, busy, reset }
}

async function printedOf(response: Response, wanted: Wanted): Promise<Printed> {
  if (wanted.printer !== '') {
    const { labels, state } = (await response.json()) as Sent
    return { is: 'sent', printer: wanted.printer, labels, state }
  }
  const blob = await response.blob()
  return {
    is: 'document',
    blob,
    name: nameOf(response.headers.get('Content-Disposition')) ?? `labels.${wanted.format}`,
  }
}

/** The file name that an answer proposes. */
export function nameOf(disposition: string | null): string | null {
  return disposition?.match(/filename="?([^";]+)"?/)?.[1] ?? null
}
