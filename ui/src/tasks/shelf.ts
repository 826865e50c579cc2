// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../api/uuid'
import { device } from '../outbox/device'
import type { Draft, Head } from './draft'

/** Drafts are kept on the device, one for each user and task, so that neither a reload nor a dead battery loses a scan. */
export const drafts = {
  load: async (user: string, task: string): Promise<Draft | undefined> =>
    (await device()).get('drafts', `${user}/${task}`),
  save: async (user: string, draft: Draft): Promise<void> => {
    await (await device()).put('drafts', draft, `${user}/${draft.task}`)
  },
}

const PENDING = 'gozinto.pending'

export type PendingScan = { id: string; code: string }

function pending(user: string, task: string): PendingScan[] {
  try {
    return (JSON.parse(localStorage.getItem(`${PENDING}.${user}.${task}`) ?? '[]') ?? []) as PendingScan[]
  } catch {
    return []
  }
}

function setPending(user: string, task: string, all: PendingScan[]) {
  if (all.length === 0) {
    localStorage.removeItem(`${PENDING}.${user}.${task}`)
  } else {
    localStorage.setItem(`${PENDING}.${user}.${task}`, JSON.stringify(all))
  }
}

/**
 * Scans from the moment they are made until the draft that has them is kept: what a scan means is asked first, and a
 * page that goes away meanwhile would lose it. Written at once, which the drafts cannot be.
 */
export const scans = {
  load: pending,
  note: (user: string, task: string, code: string): PendingScan => {
    const scan = { id: uuid7(), code }
    setPending(user, task, [...pending(user, task), scan])
    return scan
  },
  forget: (user: string, task: string, { id }: PendingScan) =>
    setPending(
      user,
      task,
      pending(user, task).filter(scan => scan.id !== id),
    ),
}

const KEPT = 'gozinto.last'

/** What somebody used last in a task: places, partners, who operates. It is a proposal for the next time. */
export const last = {
  load: (user: string, task: string): Head => {
    try {
      return (JSON.parse(localStorage.getItem(`${KEPT}.${user}.${task}`) ?? '{}') ?? {}) as Head
    } catch {
      return {}
    }
  },
  save: (user: string, task: string, head: Head, names: readonly string[]) => {
    const kept = Object.fromEntries(names.map(name => [name, head[name] ?? '']).filter(([, value]) => value !== ''))
    localStorage.setItem(`${KEPT}.${user}.${task}`, JSON.stringify(kept))
  },
}
