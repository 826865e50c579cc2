// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import type { Printer, Sheet, ShortTemplate, Template, Values } from './model'
import { bodyOfTemplate } from './template-body'

const PAUSE_MS = 250

export function useTemplates() {
  return useQuery({
    queryKey: ['label-templates'],
    queryFn: async ({ signal }) => (await api.get<{ items: ShortTemplate[] }>('/label-templates', {}, signal)).items,
  })
}

export function useSheets() {
  return useQuery({
    queryKey: ['label-sheets'],
    queryFn: async ({ signal }) => (await api.get<{ items: Sheet[] }>('/label-sheets', {}, signal)).items,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function usePrinters() {
  return useQuery({
    queryKey: ['printers'],
    queryFn: async ({ signal }) => (await api.get<{ items: Printer[] }>('/printers', {}, signal)).items,
  })
}

/** A label as it would be printed; it is asked again a moment after somebody types. A draft is shown without keeping it. */
export function usePreview(template: string | undefined, label: Values | undefined, draft: Template | null = null) {
  const unkept = draft === null ? undefined : bodyOfTemplate(draft)
  const [asked] = useDebouncedValue(
    JSON.stringify({ ...(unkept === undefined ? { template } : { draft: unkept }), label, format: 'svg' }),
    PAUSE_MS,
  )
  return useQuery({
    queryKey: ['label-preview', asked],
    queryFn: async ({ signal }) => (await api.document('/labels:preview', JSON.parse(asked), signal)).blob(),
    enabled: template !== undefined && label !== undefined,
    placeholderData: before => before,
    staleTime: 60_000,
  })
}
