// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query'
import { Problem } from './client'

/** Refusals are answers and are not asked again; a server that cannot be reached is asked twice more. */
export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof Problem) && count < 2,
      refetchOnWindowFocus: true,
    },
  },
})

/** After something was recorded every answer may be another. */
export function forgetAnswers() {
  return questions.invalidateQueries()
}
