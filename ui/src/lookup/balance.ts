// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { BalanceKind, BalanceLine } from './model'

const ENTRIES: ReadonlySet<BalanceKind> = new Set(['made', 'received', 'commissioned', 'found', 'fromLot'])

/** The two sides of a balance. */
export function sides(lines: readonly BalanceLine[]): { came: BalanceLine[]; became: BalanceLine[] } {
  return {
    came: lines.filter(line => ENTRIES.has(line.kind)),
    became: lines.filter(line => !ENTRIES.has(line.kind)),
  }
}

const PLACES: Partial<Record<BalanceKind, string>> = {
  made: 'run',
  inProcess: 'run',
  consumed: 'run',
  received: 'partner',
  atPartner: 'partner',
  packed: 'container',
  installed: 'host',
}

/** The kind of place that a line of a kind is about; undefined where the place itself must tell. */
export function placeKindOf(kind: BalanceKind): string | undefined {
  return PLACES[kind]
}

/** A decimal without its sign. */
export function magnitude(qty: string): string {
  return qty.replace(/^-/, '')
}
