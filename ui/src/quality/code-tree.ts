// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ComplaintCode } from './model'

export type Branch = { code: ComplaintCode; depth: number }

/** The codes in the order of the tree, each with how deep it hangs; a code whose parent is not there is at the top. */
export function branches(codes: readonly ComplaintCode[]): Branch[] {
  const known = new Set(codes.map(one => one.code))
  const below = new Map<string, ComplaintCode[]>()
  for (const one of [...codes].sort((a, b) => a.name.localeCompare(b.name))) {
    const parent = one.parent !== undefined && known.has(one.parent) ? one.parent : ''
    below.set(parent, [...(below.get(parent) ?? []), one])
  }
  const grown = (parent: string, depth: number): Branch[] =>
    (below.get(parent) ?? []).flatMap(code => [{ code, depth }, ...grown(code.code, depth + 1)])
  return grown('', 0)
}
