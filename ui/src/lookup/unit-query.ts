// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What a list of units can be narrowed to; each is a parameter of the address and of the API alike. */
export const FILTERS = ['number', 'state', 'days', 'kind', 'item', 'lot', 'below', 'place', 'recall'] as const

export type Filter = (typeof FILTERS)[number]

export type UnitQuery = Partial<Record<Filter, string>>

/** The states of units that can be asked for. */
export const STATES = [
  'inStock',
  'expiring',
  'expired',
  'held',
  'twin',
  'unknown',
  'installed',
  'shipped',
  'consumed',
  'scrapped',
] as const

export const KINDS = ['lot', 'serial', 'container'] as const

export function useUnitQuery() {
  const [params, setParams] = useSearchParams()
  const text = params.toString()
  const query = useMemo(() => queryOf(new URLSearchParams(text)), [text])

  /** Sets or, with nothing, drops filters; the address keeps them. */
  const narrow = useCallback(
    (patch: UnitQuery) =>
      setParams(
        now => {
          const next = new URLSearchParams(now)
          for (const [name, value] of Object.entries(patch)) {
            if (value) {
              next.set(name, value)
            } else {
              next.delete(name)
            }
          }
          if (next.get('state') !== 'expiring') {
            next.delete('days')
          }
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  return { query, narrow }
}

export function queryOf(params: URLSearchParams): UnitQuery {
  const query: UnitQuery = {}
  for (const name of FILTERS) {
    const value = params.get(name)
    if (value) {
      query[name] = value
    }
  }
  return query
}
