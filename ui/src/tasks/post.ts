// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, Problem, type ProblemBody } from '../api/client'
import type { Alert } from '../api/model'
import type { DraftLine, Head, Recalled } from './draft'
import { type ActBody, recallsOf } from './judge'

type Receipt = { seq: number; id: string; alerts?: Alert[] }

/** What became of an act when it was finished. */
export type Recorded = {
  seqs: number[]
  lines: DraftLine[]
  head: Head
  refused: number
  alerts: string[]
  /** The recalls in which something of it is. */
  recalls: Recalled[]
}

/** As long as somebody waits for an answer before the act is put aside and sent in the background. */
const PATIENCE_MS = 15_000

/** Records acts: one as it is, several together or not at all. Their ids are those of the draft. */
export async function post(
  acts: ActBody[],
  ids: string[],
  patienceMs: number = PATIENCE_MS,
): Promise<Omit<Recorded, 'lines' | 'head' | 'refused'>> {
  const signal = AbortSignal.timeout(patienceMs)
  const named = acts.map((act, i) => ({ id: ids[i], ...act }))
  const answers =
    named.length === 1
      ? [await api.post<Receipt>('/entries', named[0], undefined, signal)]
      : await api.batch<Receipt | ProblemBody>(named, { atomic: true }, signal)
  const receipts = answers.filter((answer): answer is Receipt => !('code' in answer))
  if (receipts.length < named.length) {
    // One of them is the reason, the others were only refused with it.
    const problems = answers.filter((answer): answer is ProblemBody => 'code' in answer)
    const reason = problems.find(problem => problem.code !== 'with-others') ?? problems[0]
    throw new Problem(reason ?? { title: '', status: 422, code: 'unknown' })
  }
  const alerts = receipts.flatMap(receipt => receipt.alerts ?? [])
  return {
    seqs: receipts.map(receipt => receipt.seq),
    alerts: alerts.map(alert => alert.code),
    recalls: recallsOf(alerts),
  }
}
