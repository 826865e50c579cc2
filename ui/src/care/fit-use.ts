// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { usePages } from '../masters/record-list'
import type { FitRow, FitRule } from './fit-model'

/** The fit rules; with an item those that name it on either side. */
export function useFitRules(item: string) {
  return usePages<FitRule>(['care', 'fit-rules', item], '/fit-rules', { item }, 100)
}

/** Every item that a rule about a thing names, and whether it fits. */
export function useFits(item: string, serial: string | undefined, lot?: string) {
  return useQuery({
    queryKey: ['care', 'fits', item, serial, lot],
    queryFn: ({ signal }) => api.get<{ items: FitRow[] }>('/fits:list', { item, serial, lot }, signal),
    enabled: item !== '',
  })
}
