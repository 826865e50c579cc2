// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Place } from './model'

/** A row of the tree of places, as it is shown. */
export type TreeRow = { place: Place; depth: number; children: number; open: boolean }

/**
 * The rows that are seen: roots first, what is below an open one behind it, all in the order of their codes. A place
 * whose parent is not among these places stands at the top, so that nothing is lost.
 */
export function treeRows(places: Place[], open: (place: Place, depth: number) => boolean): TreeRow[] {
  const known = new Set(places.map(place => place.code))
  const below = new Map<string, Place[]>()
  const roots: Place[] = []
  for (const place of places) {
    if (place.parent !== undefined && known.has(place.parent)) {
      const siblings = below.get(place.parent) ?? []
      siblings.push(place)
      below.set(place.parent, siblings)
    } else {
      roots.push(place)
    }
  }
  const rows: TreeRow[] = []
  const rest = roots.map(place => ({ place, depth: 0 })).reverse()
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { place, depth } = next
    const children = below.get(place.code) ?? []
    const isOpen = children.length > 0 && open(place, depth)
    rows.push({ place, depth, children: children.length, open: isOpen })
    if (isOpen) {
      rest.push(...children.map(child => ({ place: child, depth: depth + 1 })).reverse())
    }
  }
  return rows
}
