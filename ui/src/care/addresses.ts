// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { segment } from '../api/client'

export const TABS = ['desk', 'claims', 'recoveries', 'terms', 'fits', 'standings', 'costs'] as const

export type Tab = (typeof TABS)[number]

/** Where a part of the care room is, and one of its records. */
export function pathOf(tab: Tab, number?: string): string {
  return number === undefined ? `/care/${tab}` : `/care/${tab}/${segment(number)}`
}
