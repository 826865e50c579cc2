// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, Problem, type ProblemBody } from '../api/client'
import { uuid7 } from '../api/uuid'
import type { DraftLine, Verdict } from './draft'

/** An act without its id, as a task builds it from its head and some of its lines. */
export type ActBody = { type: string } & Record<string, unknown>

type DryRun = { dryRun: true; alerts?: { code: string }[]; status?: number }

/** Asks what would become of an act; nothing is recorded. A server that is not reached leaves it waiting. */
export async function judge(act: ActBody): Promise<Verdict> {
  try {
    const answer = await api.post<DryRun>('/entries', { id: uuid7(), ...act }, { dryRun: true })
    return good(answer)
  } catch (e) {
    return e instanceof Problem && e.status !== 401 ? refused(e.body) : { is: 'waiting' }
  }
}

/** How many lines are judged with one request. */
const CHUNK = 500

/** Judges many lines, each as an act of its own; later ones see what the ones before would have done. */
export async function judgeAll(
  lines: DraftLine[],
  actOf: (lines: DraftLine[]) => ActBody,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>()
  for (let from = 0; from < lines.length; from += CHUNK) {
    const chunk = lines.slice(from, from + CHUNK)
    const acts = chunk.map(line => ({ id: uuid7(), ...actOf([line]) }))
    const answers = await api.batch<DryRun | ProblemBody>(acts, { dryRun: true })
    chunk.forEach((line, i) => {
      const answer = answers[i]
      if (answer !== undefined) {
        verdicts.set(line.key, 'code' in answer ? refused(answer) : good(answer as DryRun))
      }
    })
  }
  return verdicts
}

function good(answer: DryRun): Verdict {
  const alerts = answer.alerts?.map(alert => alert.code)
  return alerts === undefined ? { is: 'good' } : { is: 'good', alerts }
}

export function refused(problem: ProblemBody): Verdict {
  const [error] = problem.errors ?? []
  return {
    is: 'refused',
    code: problem.code,
    title: problem.title,
    detail: problem.detail ?? error?.detail ?? '',
    action: error?.action,
  }
}
