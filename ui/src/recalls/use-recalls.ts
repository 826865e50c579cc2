// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { api, type QueryValue, segment } from '../api/client'
import type { Page } from '../api/model'
import { forgetAnswers, questions } from '../api/questions'
import { useSendOnce } from '../api/send-once'
import { currentLanguage } from '../i18n'
import { usePages } from '../masters/record-list'
import { ofStep } from '../parts/step-faults'
import type {
  CaseFigures,
  Consignee,
  ConsigneeState,
  Goods,
  Notice,
  Paper,
  PublicText,
  PullList,
  Recall,
  RecallHead,
  Reconciliation,
  Step,
  StoppedEntry,
  Taken,
  TakenStep,
  Verified,
} from './model'

/** Somebody else may work on the case too. */
const AGAIN_MS = 30_000

/** As many as one answer of the API has at the most. */
const MANY = 1_000

export const apiPath = (number: string) => `/recalls/${segment(number)}`

/** Cases, newest first. */
export function useRecalls(query: { state?: 'open' | 'closed'; kind?: string }) {
  return usePages<RecallHead>(['recalls', query], '/recalls', query, 100)
}

export function useRecall(number: string) {
  return useQuery({
    queryKey: ['recall', number],
    queryFn: ({ signal }) => api.get<Recall>(apiPath(number), {}, signal),
    refetchInterval: AGAIN_MS,
  })
}

function useCase<T>(number: string, what: string, query: Record<string, QueryValue> = {}, enabled = true) {
  return useQuery({
    queryKey: ['recall', number, what, query],
    queryFn: ({ signal }) => api.get<T>(`${apiPath(number)}/${what}`, query, signal),
    enabled,
  })
}

export const useFigures = (number: string) => useCase<CaseFigures>(number, 'figures')

export const useReconciliation = (number: string) => useCase<Reconciliation>(number, 'reconciliation')

export const usePapers = (number: string) => useCase<Paper[]>(number, 'papers', { lang: currentLanguage() })

/** How much of the pull list is open; without its rows. */
export const usePullCounts = (number: string, enabled: boolean) =>
  useCase<PullList>(number, 'pulls', { limit: 1, open: true }, enabled)

export function useSteps(number: string) {
  return usePages<TakenStep>(['recall', number, 'steps'], `${apiPath(number)}/steps`, {}, 100)
}

/** What was last said to consumers; it stands in the step that published it. */
export function usePublished(number: string, step: number | undefined) {
  return useQuery({
    queryKey: ['recall', number, 'published', step],
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<TakenStep>>(
        `${apiPath(number)}/steps`,
        { cursor: String((step ?? 1) - 1), limit: 1 },
        signal,
      )
      const said = page.items[0]?.step
      return said?.type === 'publish'
        ? said
        : {
            type: 'publish' as const,
            texts: {} as Record<string, PublicText>,
            countries: undefined,
            language: undefined,
          }
    },
    enabled: step !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useConsignees(number: string, state: ConsigneeState | undefined) {
  return usePages<Consignee>(
    ['recall', number, 'consignees', state ?? 'all'],
    `${apiPath(number)}/consignees`,
    { state },
    100,
  )
}

/** All consignees that fit, page by page until the end. */
async function consigneesWhere(number: string, fits: (one: Consignee) => boolean, most: number, signal: AbortSignal) {
  const found: Consignee[] = []
  let cursor: string | undefined
  do {
    const page: Page<Consignee> = await api.get(`${apiPath(number)}/consignees`, { limit: MANY, cursor }, signal)
    found.push(...page.items.filter(fits))
    cursor = page.nextCursor
  } while (cursor !== undefined && found.length < most)
  return found
}

/** One consignee, whatever the list is narrowed to; null when there is none of that code. */
export function useConsignee(number: string, code: string) {
  return useQuery({
    queryKey: ['recall', number, 'consignee', code],
    queryFn: async ({ signal }) => (await consigneesWhere(number, one => one.code === code, 1, signal))[0] ?? null,
  })
}

/** The consignees that are to be checked. */
export function useSampled(number: string, enabled: boolean) {
  return useQuery({
    queryKey: ['recall', number, 'sampled'],
    queryFn: ({ signal }) => consigneesWhere(number, one => one.sampled, Number.POSITIVE_INFINITY, signal),
    enabled,
  })
}

export function useGoods(number: string, consignee: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['recall', number, 'goods', consignee],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Goods>>(`${apiPath(number)}/goods`, { consignee, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    enabled,
  })
}

export function useNotices(number: string, consignee?: string) {
  return usePages<Notice>(
    ['recall', number, 'notices', consignee ?? ''],
    `${apiPath(number)}/notices`,
    { consignee },
    100,
  )
}

export function useStoppedEntries(number: string) {
  return usePages<StoppedEntry>(['recall', number, 'entries'], `${apiPath(number)}/entries`, {}, 50)
}

/** The pull list, of all places or of one, as far as it was read. */
export function usePulls(number: string, place?: string) {
  return useInfiniteQuery({
    queryKey: ['recall', number, 'pulls', place ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<PullList>(`${apiPath(number)}/pulls`, { place, cursor: pageParam, limit: place ? MANY : 200 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
  })
}

/** Takes a step in a case, once, also when the network fails in between; null when it was refused. */
export function useStep(number: string) {
  const { send, error, busy } = useSendOnce<Taken>(`${apiPath(number)}/steps`)
  const take = async (step: Step): Promise<Taken | null> => {
    const taken = await send({ step })
    if (taken !== null) {
      questions.setQueryData(['recall', number], taken.recall)
    }
    return taken
  }
  return { take, error: ofStep(error), busy }
}

/** Asks the question of a case again; an answer that says something else is the next version of the scope. */
export function useEvaluate(number: string) {
  return useMutation({
    mutationFn: () => api.post<{ added: boolean; recall: Recall }>(`${apiPath(number)}:evaluate`),
    onSuccess: ({ recall }) => {
      questions.setQueryData(['recall', number], recall)
      void forgetAnswers()
    },
  })
}

/** Whether the steps of a case are those that were taken. */
export function useVerify(number: string) {
  return useMutation({ mutationFn: () => api.post<Verified>(`${apiPath(number)}:verify`) })
}
