// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, startTransition, use, useCallback, useEffect, useMemo, useState } from 'react'
import { api, onSignedOut, Problem, Unreachable } from '../api/client'
import { questions } from '../api/questions'

/** Each may do what the one before may. */
export const ROLES = ['viewer', 'operator', 'quality', 'recallManager', 'administrator'] as const

export type Role = (typeof ROLES)[number]

/** Who is signed in: `may` has permissions, `records` the acts that they may record. */
export type Me = { name: string; user: string; role: Role; may: Permission[]; records: string[] }

export type Permission =
  | 'read'
  | 'print'
  | 'numbers'
  | 'pull'
  | 'complain'
  | 'inspect'
  | 'care'
  | 'quality'
  | 'settle'
  | 'cases'
  | 'recall'
  | 'masters'
  | 'users'
  | 'tokens'
  | 'import'
  | 'verify'

export type SessionState =
  | { is: 'unknown' }
  | { is: 'unreachable' }
  | { is: 'out' }
  | { is: 'in'; me: Me }
  /** The session ended while somebody worked: their page stays, and they sign in again over it. */
  | { is: 'expired'; me: Me }

type Session = {
  state: SessionState
  signIn: (name: string, password: string) => Promise<void>
  signOut: () => Promise<void>
  ask: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

const KEPT = 'gozinto.me'

/**
 * Who was signed in here last. Without a network their pages open all the same, and what they finish waits; the server
 * decides about all of it when it is there again.
 */
const remembered = {
  load: (): Me | null => {
    try {
      return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Me | null
    } catch {
      return null
    }
  },
  save: (me: Me) => localStorage.setItem(KEPT, JSON.stringify(me)),
  forget: () => localStorage.removeItem(KEPT),
}

/** Asks the server who is signed in here. */
export async function whoIsThere(): Promise<SessionState> {
  try {
    const me = await api.get<Me>('/me')
    remembered.save(me)
    return { is: 'in', me }
  } catch (e) {
    if (e instanceof Problem && e.status === 401) {
      remembered.forget()
      return { is: 'out' }
    }
    const me = e instanceof Unreachable && !navigator.onLine ? remembered.load() : null
    return me === null ? { is: 'unreachable' } : { is: 'in', me }
  }
}

/** `first` is the answer to the first question who is there, asked before anything could be drawn. */
export function SessionProvider({ first, children }: { first: Promise<SessionState>; children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ is: 'unknown' })

  const take = useCallback(async (answer: Promise<SessionState>) => {
    const state = await answer
    startTransition(() => setState(state))
  }, [])
  const ask = useCallback(() => take(whoIsThere()), [take])

  useEffect(() => {
    void take(first)
    return onSignedOut(() => setState(now => (now.is === 'in' ? { is: 'expired', me: now.me } : now)))
  }, [first, take])

  const session = useMemo(
    () => ({
      state,
      ask,
      signIn: async (name: string, password: string) => {
        await api.post('/sessions', { name, password, cookie: true })
        const me = await api.get<Me>('/me')
        remembered.save(me)
        if (state.is === 'expired' && state.me.user === me.user) {
          void questions.invalidateQueries()
        } else {
          questions.clear()
        }
        setState({ is: 'in', me })
      },
      signOut: async () => {
        remembered.forget()
        await api.delete('/sessions')
        questions.clear()
        setState({ is: 'out' })
      },
    }),
    [state, ask],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) {
    throw new Error('There is no session around this component.')
  }
  return session
}

/** Who is signed in; for pages, which are shown to nobody else. */
export function useMe(): Me {
  const { state } = useSession()
  if (state.is !== 'in' && state.is !== 'expired') {
    throw new Error('Nobody is signed in.')
  }
  return state.me
}

/** Whether whoever is signed in may record an act, such as `receive`. */
export function useMayRecord(): (act: string) => boolean {
  const { records } = useMe()
  return useCallback((act: string) => records.includes(act), [records])
}
