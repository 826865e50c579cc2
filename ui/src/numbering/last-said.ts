// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

const KEPT = 'gozinto.numbering'

/** What is said when numbers are taken, where their template wants it. */
export const SAID = ['line', 'shift', 'site'] as const

export type Said = Partial<Record<(typeof SAID)[number], string>>

/** What was last said on this device: a device at a line stays there. */
export function lastSaid(): Said {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Said) : {}
  } catch {
    return {}
  }
}

export function rememberSaid(said: Said) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...lastSaid(), ...said }))
  } catch {
    // A full or forbidden store costs only the memory.
  }
}
