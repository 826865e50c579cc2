// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react'
import { api, Problem } from './client'
import { forgetAnswers } from './questions'
import { uuid7 } from './uuid'

/**
 * Sends something that must happen once. When no answer comes and the same is sent again, it goes with the same id, so
 * that the server does it once.
 */
export function useSendOnce<T>(path: string) {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const sent = useRef<{ text: string; id: string } | null>(null)

  const send = async (body: object): Promise<T | null> => {
    const text = JSON.stringify(body)
    if (sent.current?.text !== text) {
      sent.current = { text, id: uuid7() }
    }
    setBusy(true)
    setError(null)
    try {
      const answer = await api.post<T>(path, { id: sent.current.id, ...body })
      sent.current = null
      void forgetAnswers()
      return answer
    } catch (e) {
      if (e instanceof Problem && e.status < 500) {
        sent.current = null
      }
      setError(e)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { send, error, busy }
}
