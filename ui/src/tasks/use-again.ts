// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'
import { useSession } from '../shell/session'

/** How often something that waits for the server is tried again. */
const RETRY_MS = 8_000

/**
 * Tries something again as long as it is open: now and then, when the network is back, when somebody comes back to
 * the page, and at once after a sign-in. While nobody is signed in nothing is tried.
 */
export function useAgain(open: boolean, attempt: () => unknown) {
  const { state } = useSession()
  const signedIn = state.is === 'in'
  const latest = useRef(attempt)
  latest.current = attempt
  const wasIn = useRef(signedIn)

  useEffect(() => {
    const back = signedIn && !wasIn.current
    wasIn.current = signedIn
    if (back && open) {
      void latest.current()
    }
  }, [signedIn, open])

  useEffect(() => {
    if (!signedIn || !open) {
      return
    }
    const again = () => void latest.current()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
    }
  }, [signedIn, open])
}
