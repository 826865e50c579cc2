// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { segment } from '../api/client'

export const TABS = ['complaints', 'inspections', 'nonconformances', 'certificates', 'signals', 'causes'] as const

export type Tab = (typeof TABS)[number]

/** Where a list of the quality room is, and one of its records. */
export function pathOf(tab: Tab, number?: string): string {
  return number === undefined ? `/quality/${tab}` : `/quality/${tab}/${segment(number)}`
}

/** The same at the API. */
export function apiPath(tab: Tab, number: string): string {
  return `/${tab}/${segment(number)}`
}
