// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export type Span = { from: string; to: string; share: (at: string) => number }

/** The time that moments take, and where in it one lies, from 0 to 1; null when there are none. */
export function spanOf(moments: readonly string[]): Span | null {
  const times = moments.map(at => ({ at, ms: Date.parse(at) })).filter(({ ms }) => !Number.isNaN(ms))
  const [first] = times
  if (first === undefined) {
    return null
  }
  const from = times.reduce((least, one) => (one.ms < least.ms ? one : least), first)
  const to = times.reduce((most, one) => (one.ms > most.ms ? one : most), first)
  const length = Math.max(1, to.ms - from.ms)
  return {
    from: from.at,
    to: to.at,
    share: at => Math.min(1, Math.max(0, (Date.parse(at) - from.ms) / length)),
  }
}
