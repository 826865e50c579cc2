// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import type { Page } from '../api/model'
import { usePages } from '../masters/record-list'
import { apiPath, type Tab } from './addresses'
import type {
  Certificate,
  CertificateHead,
  Complaint,
  ComplaintCode,
  ComplaintHead,
  Count,
  Due,
  Inquiry,
  InquiryHead,
  Inspection,
  Nonconformance,
  Plan,
  RecordHead,
  Signals,
  TakenStep,
  Trend,
} from './model'

/** A job that still works is looked at again. */
const AGAIN_MS = 1_000

export type ComplaintFilter = {
  state?: string
  code?: string
  item?: string
  lot?: string
  serial?: string
  from?: string
  to?: string
  q?: string
}

export function useComplaints(filter: ComplaintFilter) {
  return usePages<ComplaintHead>(['quality', 'complaints', filter], '/complaints', filter, 100)
}

export function useCounts(by: 'code' | 'item' | 'lot' | 'month', filter: ComplaintFilter) {
  return useQuery({
    queryKey: ['quality', 'counts', by, filter],
    queryFn: ({ signal }) => api.get<Count[]>('/complaints:count', { by, ...filter }, signal),
  })
}

/** The whole tree of what can be wrong; hundreds at the most. */
export function useCodes() {
  return useQuery({
    queryKey: ['quality', 'codes'],
    queryFn: async ({ signal }) => {
      const all: ComplaintCode[] = []
      let cursor: string | undefined
      do {
        const page: Page<ComplaintCode> = await api.get('/complaint-codes', { limit: 1_000, cursor }, signal)
        all.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== undefined)
      return all
    },
  })
}

function useRecord<T>(tab: Tab, number: string) {
  return useQuery({
    queryKey: ['quality', tab, number],
    queryFn: ({ signal }) => api.get<T>(apiPath(tab, number), {}, signal),
  })
}

export const useInspection = (number: string) => useRecord<Inspection>('inspections', number)

export const useNonconformance = (number: string) => useRecord<Nonconformance>('nonconformances', number)

export const useCertificate = (number: string) => useRecord<Certificate>('certificates', number)

/** Records of one kind, newest first. */
export function useRecords(tab: 'inspections' | 'nonconformances') {
  return usePages<RecordHead>(['quality', tab], `/${tab}`, {}, 100)
}

export function useCertificates() {
  return usePages<CertificateHead>(['quality', 'certificates'], '/certificates', {}, 100)
}

export function useDue() {
  return usePages<Due>(['quality', 'due'], '/inspections:due', {}, 50)
}

export function usePlans() {
  return usePages<Plan>(['quality', 'plans'], '/inspection-plans', {}, 1_000)
}

export const useComplaint = (number: string) => useRecord<Complaint>('complaints', number)

/** What was done in a record, oldest first. */
export function useSteps(tab: Tab, number: string) {
  return usePages<TakenStep>(['quality', tab, number, 'steps'], `${apiPath(tab, number)}/steps`, {}, 100)
}

export function useSignals() {
  return useQuery({
    queryKey: ['quality', 'signals'],
    queryFn: ({ signal }) => api.get<Signals>('/signals', { limit: 200 }, signal),
    refetchInterval: query => (query.state.data?.run?.state === 'running' ? AGAIN_MS : false),
  })
}

export function useTrend(item: string, code: string) {
  return useQuery({
    queryKey: ['quality', 'trend', item, code],
    queryFn: ({ signal }) => api.get<Trend>('/signals:trend', { item, code }, signal),
    enabled: item !== '' && code !== '',
  })
}

export function useInquiries() {
  return usePages<InquiryHead>(['quality', 'causes'], '/causes', {}, 50)
}

/** One question after causes; while it is being worked out it is looked at again. */
export function useInquiry(number: string) {
  return useQuery({
    queryKey: ['quality', 'causes', number],
    queryFn: ({ signal }) => api.get<Inquiry>(apiPath('causes', number), {}, signal),
    refetchInterval: query => (query.state.data?.state === 'running' ? AGAIN_MS : false),
  })
}
