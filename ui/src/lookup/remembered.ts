// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react'

/** Something that was looked up on this device: where it is, and what it was called then. */
export type Remembered = { kind: RememberedKind; path: string; title: string; detail?: string }

export type RememberedKind =
  | 'lot'
  | 'serial'
  | 'container'
  | 'untracked'
  | 'item'
  | 'place'
  | 'partner'
  | 'document'
  | 'entry'

const KEPT = 'gozinto.lookedUp'

const MOST = 20

export function remembered(): Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? (kept as Remembered[]) : []
  } catch {
    return []
  }
}

/** Puts something first; it stands there once, and the oldest falls out. */
export function remember(one: Remembered) {
  const others = remembered().filter(other => other.path !== one.path)
  try {
    localStorage.setItem(KEPT, JSON.stringify([one, ...others].slice(0, MOST)))
  } catch {
    // A full or forbidden store costs only the memory.
  }
}

export function forgetAll() {
  localStorage.removeItem(KEPT)
}

/** Remembers what a page is about as soon as that is known. */
export function useRemember(one: Remembered | undefined) {
  const text = one === undefined ? undefined : JSON.stringify(one)
  useEffect(() => {
    if (text !== undefined) {
      remember(JSON.parse(text) as Remembered)
    }
  }, [text])
}
