// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { api, segment } from '../api/client'
import { usePages } from '../masters/record-list'
import type { ComplaintHead, TakenStep } from '../quality/model'
import type {
  Claim,
  ClaimHead,
  Contract,
  Cost,
  CostsBy,
  CoverageAnswer,
  Judging,
  KeptReading,
  OpenRecovery,
  Recovery,
  RecoveryHead,
  Registration,
  Standing,
  Term,
} from './model'

/** A job that still works is looked at again. */
const AGAIN_MS = 1_000

/** On which day, and with what was known when. */
export type AsOf = { asOf?: string; knownAt?: string }

export function useCoverage(unit: string, at: AsOf = {}) {
  return useQuery({
    queryKey: ['care', 'coverage', unit, at],
    queryFn: ({ signal }) => api.get<CoverageAnswer>('/coverage', { unit, ...at }, signal),
    enabled: unit !== '',
  })
}

/** What is said of a serial at a door of the room. */
type Of = { item?: string; serial?: string }

const isNamed = ({ item, serial }: Of) => item !== undefined && serial !== undefined

/** Registrations of a serial, or of an owner by their whole address. */
export function useRegistrations(of: Of & { q?: string }) {
  return useQuery({
    queryKey: ['care', 'registrations', of],
    queryFn: ({ signal }) => api.get<{ items: Registration[] }>('/registrations', of, signal),
    enabled: isNamed(of) || of.q !== undefined,
  })
}

export function useContracts(of: Of) {
  return useQuery({
    queryKey: ['care', 'contracts', of],
    queryFn: ({ signal }) => api.get<{ items: Contract[] }>('/contracts', of, signal),
    enabled: isNamed(of),
  })
}

export function useReadings(of: Of) {
  return useQuery({
    queryKey: ['care', 'readings', of],
    queryFn: ({ signal }) => api.get<{ items: KeptReading[] }>('/readings', of, signal),
    enabled: isNamed(of),
  })
}

/** Complaints about a unit, the newest first. */
export function useComplaintsOf(of: Of) {
  return useQuery({
    queryKey: ['care', 'complaints', of],
    queryFn: ({ signal }) => api.get<{ items: ComplaintHead[] }>('/complaints', { ...of, limit: 20 }, signal),
    enabled: isNamed(of),
  })
}

export type ClaimFilter = {
  state?: string
  item?: string
  serial?: string
  lot?: string
  partner?: string
  code?: string
  from?: string
  to?: string
  q?: string
}

export function useClaims(filter: ClaimFilter) {
  return usePages<ClaimHead>(['care', 'claims', filter], '/claims', filter, 100)
}

export function useClaim(number: string) {
  return useQuery({
    queryKey: ['care', 'claims', number],
    queryFn: ({ signal }) => api.get<Claim>(`/claims/${segment(number)}`, {}, signal),
  })
}

/** What was done in a claim or a recovery, oldest first. */
export function useSteps(path: string) {
  return usePages<TakenStep>(['care', 'steps', path], `${path}/steps`, {}, 100)
}

export function useCosts(by: CostsBy, query: { from?: string; to?: string }) {
  return useQuery({
    queryKey: ['care', 'costs', by, query],
    queryFn: ({ signal }) => api.get<Cost[]>('/claims:cost', { by, ...query }, signal),
  })
}

export function useOpenRecoveries(supplier: string | undefined) {
  return useQuery({
    queryKey: ['care', 'recoveries', 'open', supplier],
    queryFn: ({ signal }) => api.get<OpenRecovery[]>('/recoveries:open', { supplier }, signal),
  })
}

export function useRecoveries() {
  return usePages<RecoveryHead>(['care', 'recoveries'], '/recoveries', {}, 100)
}

export function useRecovery(number: string) {
  return useQuery({
    queryKey: ['care', 'recoveries', number],
    queryFn: ({ signal }) => api.get<Recovery>(`/recoveries/${segment(number)}`, {}, signal),
  })
}

export function useTerms() {
  return usePages<Term>(['care', 'terms'], '/terms', {}, 200)
}

/** One term with the tag of its version. */
export function useTerm(code: string | null) {
  return useQuery({
    queryKey: ['care', 'terms', code],
    queryFn: ({ signal }) => api.tagged<Term>(`/terms/${segment(code ?? '')}`, signal),
    enabled: code !== null,
  })
}

export type StandingFilter = { item?: string; state?: string; endsFrom?: string; endsTo?: string }

export function useStandings(filter: StandingFilter) {
  return usePages<Standing>(['care', 'standings', filter], '/standings', filter, 100)
}

/** How far the judging of all serials is; while it runs it is looked at again. */
export function useJudging() {
  return useQuery({
    queryKey: ['care', 'judging'],
    queryFn: ({ signal }) => api.get<Judging>('/standings/judging', {}, signal),
    refetchInterval: query => (query.state.data?.state === 'running' ? AGAIN_MS : false),
  })
}
