// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react'
import { Problem } from '../api/client'
import { device } from './device'
import type { Settled, Waiting } from './waiting'

/** Records an act; what it needs to know of the tasks comes when it is first needed. */
export type Deliver = (waiting: Waiting) => Promise<Extract<Settled, { is: 'recorded' }>>

/** An act whose scans were read at last and did not make an act: it is kept so, for somebody to mend. */
export class Unfit extends Problem {
  constructor(
    readonly waiting: Waiting,
    problem: Problem['body'],
  ) {
    super(problem)
  }
}

let all: readonly Waiting[] = []
let loaded: Promise<void> | null = null
let sending: Promise<void> | null = null
const listeners = new Set<() => void>()
const settledListeners = new Set<(settled: Settled) => void>()

function put(next: readonly Waiting[]) {
  all = next
  for (const listener of listeners) {
    listener()
  }
}

async function reload() {
  put(await (await device()).getAll('outbox'))
}

/** Whether the server may well take it at another time, so that those behind it wait too. */
function isForLater(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 401 || error.status === 429 || error.status >= 500
}

/** Only one page of a browser sends at a time, where browsers can see to that; else ids see to it. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined
  await (locks ? locks.request('gozinto.outbox', work) : work())
}

async function sendAll(user: string, deliver: Deliver) {
  await reload()
  for (const waiting of all.filter(one => one.user === user && one.problem === undefined)) {
    try {
      const settled = await deliver(waiting)
      await outbox.drop(waiting)
      tell(settled)
    } catch (e) {
      if (isForLater(e)) {
        return
      }
      const kept = e instanceof Unfit ? e.waiting : waiting
      const problem = (e as Problem).body
      await (await device()).put('outbox', { ...kept, problem })
      await reload()
      tell({ is: 'refused', id: waiting.draft.id })
    }
  }
}

function tell(settled: Settled) {
  for (const listener of settledListeners) {
    listener(settled)
  }
}

/** The acts that wait on this device, in the order in which they were finished. */
export const outbox = {
  load: (): Promise<void> => {
    loaded ??= reload().catch(() => {
      loaded = null
    })
    return loaded
  },
  /** Whether anything of a user must be sent before an act that is finished now. */
  waits: (user: string): boolean => all.some(one => one.user === user && one.problem === undefined),
  add: async (waiting: Waiting): Promise<void> => {
    await (await device()).add('outbox', waiting)
    await reload()
  },
  drop: async ({ n }: Waiting): Promise<void> => {
    if (n !== undefined) {
      await (await device()).delete('outbox', n)
    }
    await reload()
  },
  /** Sends what waits, in order, until the server is away; a refusal stays, and those behind it go on. */
  send: (user: string, deliver: Deliver): Promise<void> => {
    sending ??= alone(() => sendAll(user, deliver)).finally(() => {
      sending = null
    })
    return sending
  },
  onSettled: (listener: (settled: Settled) => void): (() => void) => {
    settledListeners.add(listener)
    return () => {
      settledListeners.delete(listener)
    }
  },
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  void outbox.load()
  return () => {
    listeners.delete(listener)
  }
}

/** All that waits of a user, and what of it was refused. */
export function useOutbox(user: string): { waiting: Waiting[]; refused: Waiting[] } {
  const own = useSyncExternalStore(subscribe, () => all).filter(one => one.user === user)
  return {
    waiting: own.filter(one => one.problem === undefined),
    refused: own.filter(one => one.problem !== undefined),
  }
}
