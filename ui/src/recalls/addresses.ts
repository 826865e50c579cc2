// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { address, segment } from '../api/client'
import { CONSIGNEE_STATES, type ConsigneeState } from './model'
import { TABS, type Tab } from './stages'

/** Where a case is, and each of its tabs. */
export function pathOf(number: string, tab: Tab = 'overview', query: Record<string, string | undefined> = {}): string {
  const base = `/recalls/${segment(number)}`
  return address(tab === 'overview' ? base : `${base}/${tab}`, query)
}

export function tabOf(word: string | undefined): Tab | null {
  return word === undefined ? 'overview' : (TABS.find(tab => tab === word && tab !== 'overview') ?? null)
}

/** What the list of consignees is narrowed to, and whose drawer is open. */
export type ConsigneeFilter = { state?: ConsigneeState; consignee?: string }

export function consigneeFilter(params: URLSearchParams): ConsigneeFilter {
  return {
    state: CONSIGNEE_STATES.find(state => state === params.get('state')),
    consignee: params.get('consignee') || undefined,
  }
}

/** The parameters with some of them set or, with nothing, dropped. */
export function withParams(now: URLSearchParams, patch: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(now)
  for (const [name, value] of Object.entries(patch)) {
    if (value) {
      next.set(name, value)
    } else {
      next.delete(name)
    }
  }
  return next
}
