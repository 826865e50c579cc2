// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { About, Values } from './model'

const KEPT = 'gozinto.labelSample'

function all(): Partial<Record<About, Values>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Partial<Record<About, Values>>) : {}
  } catch {
    return {}
  }
}

/** What templates of a kind were last shown with on this device. */
export function lastSample(about: About): Values {
  return all()[about] ?? {}
}

export function keepSample(about: About, values: Values) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...all(), [about]: values }))
  } catch {
    // A full or forbidden store costs only the memory.
  }
}
