// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { api, Problem, type ProblemBody } from '../api/client'
import type { Alert, DryRun } from '../api/model'
import { uuid7 } from '../api/uuid'
import type { DraftLine, Recalled, Verdict } from './draft'

/** An act without its id, as a task builds it from its head and some of its lines. */
export type ActBody = { type: string } & Record<string, unknown>

export function dryRun(act: ActBody): Promise<DryRun> {
  return api.post<DryRun>('/entries', { id: uuid7(), ...act }, { dryRun: true })
}

/** How many lines are judged with one request. */
const CHUNK = 500

/**
 * Judges lines, each as an act of its own; later ones see what the ones before would have done. A server that is not
 * reached leaves them without a verdict.
 */
export async function judge(lines: DraftLine[], actOf: (lines: DraftLine[]) => ActBody): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>()
  const [only] = lines
  if (lines.length === 1 && only !== undefined) {
    try {
      verdicts.set(only.key, good(await dryRun(actOf(lines))))
    } catch (e) {
      if (e instanceof Problem && e.status !== 401) {
        verdicts.set(only.key, refused(e.body))
      }
    }
    return verdicts
  }
  for (let from = 0; from < lines.length; from += CHUNK) {
    const chunk = lines.slice(from, from + CHUNK)
    const acts = chunk.map(line => ({ id: uuid7(), ...actOf([line]) }))
    const answers = await api.batch<DryRun | ProblemBody>(acts, { dryRun: true })
    chunk.forEach((line, i) => {
      const answer = answers[i]
      if (answer !== undefined) {
        verdicts.set(line.key, 'code' in answer ? refused(answer) : good(answer))
      }
    })
  }
  return verdicts
}

function good({ alerts, movements }: DryRun): Verdict {
  const codes = alerts?.map(alert => alert.code)
  const recalls = recallsOf(alerts)
  const unfit = (alerts ?? []).flatMap(({ rule, detail }) => (rule === undefined ? [] : [detail ?? rule]))
  return {
    is: 'good',
    from: movements?.[0]?.from,
    ...(codes === undefined ? {} : { alerts: codes }),
    ...(recalls.length === 0 ? {} : { recalls }),
    ...(unfit.length === 0 ? {} : { unfit }),
  }
}

/** The recalls that alerts name, each once. */
export function recallsOf(alerts: readonly Alert[] | undefined): Recalled[] {
  const named = (alerts ?? []).flatMap(({ recall, detail }) =>
    recall === undefined ? [] : [[recall, { recall, title: detail ?? recall }] as const],
  )
  return [...new Map(named).values()]
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
