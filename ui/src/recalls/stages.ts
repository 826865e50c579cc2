// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { State } from '../parts/state'
import { type Consignee, type Kind, type Recall, STAGES, type Stage, type StepType } from './model'

/** What one must be allowed to do to take a step; the server decides, and what it refuses is not offered. */
export const NEEDS = {
  note: 'cases',
  investigate: 'cases',
  evaluateHazard: 'cases',
  ask: 'cases',
  answer: 'cases',
  check: 'cases',
  dispose: 'cases',
  remedy: 'cases',
  facts: 'cases',
  pull: 'pull',
  decide: 'recall',
  release: 'recall',
  free: 'recall',
  drawSample: 'recall',
  publish: 'recall',
  advance: 'recall',
  close: 'recall',
  reopen: 'recall',
  undo: 'recall',
  // Not steps themselves: the server writes one when it is done.
  evaluate: 'recall',
  notify: 'recall',
} as const satisfies Record<Exclude<StepType, 'scoped' | 'notified'> | 'evaluate' | 'notify', string>

export type Work = keyof typeof NEEDS

/** Whether somebody may do something in a case now. */
export function can(recall: Pick<Recall, 'next'>, may: readonly string[], work: Work): boolean {
  return may.includes(NEEDS[work]) && recall.next.includes(work)
}

export type StagePart = { stage: Stage; is: 'done' | 'now' | 'passed' | 'toCome'; at?: string; by?: string }

/**
 * The stages as a line; the one that a case is at is being worked on, a closed one is done. A stage that the case went
 * past without coming to it is not called done, unless its work was done later.
 */
export function stageLine({ stage, stages, counts }: Pick<Recall, 'stage' | 'stages' | 'counts'>): StagePart[] {
  const now = STAGES.indexOf(stage)
  return STAGES.map((one, i) => {
    const reached = stages.find(other => other.stage === one)
    const was = reached !== undefined || one === 'signal' || (one === 'notified' && counts.told > 0)
    const past = i < now || stage === 'closed'
    const is = past ? (was ? 'done' : 'passed') : i === now ? 'now' : 'toCome'
    return { stage: one, is, at: reached?.at, by: reached?.by }
  })
}

/** How far a case has come, 0 to 1. */
export function progress(stage: Stage): number {
  return STAGES.indexOf(stage) / (STAGES.length - 1)
}

export function stateOfStage(stage: Stage): State {
  switch (stage) {
    case 'signal':
    case 'investigation':
    case 'hazardEvaluation':
      return 'unknown'
    case 'decision':
    case 'scoped':
    case 'notified':
    case 'inProgress':
    case 'effectiveness':
      return 'held'
    case 'reconciled':
      return 'ok'
    case 'closed':
      return 'gone'
  }
}

/** What a case asks for first. */
export type Thing =
  | 'investigate'
  | 'evaluateHazard'
  | 'ask'
  | 'decide'
  | 'waitForScope'
  | 'drift'
  | 'notify'
  | 'pull'
  | 'answers'
  | 'effectiveness'
  | 'drawSample'
  | 'check'
  | 'reconcile'
  | 'close'
  | 'closed'

type Standing = Pick<Recall, 'kind' | 'stage' | 'question' | 'decision' | 'scope' | 'counts'>

/**
 * The one thing to do next. `openPulls` is how many rows of the pull list are open; what is not known yet counts as
 * none.
 */
export function nextThing(recall: Standing, openPulls = 0): Thing {
  const { stage, question, decision, scope } = recall
  switch (stage) {
    case 'closed':
      return 'closed'
    case 'signal':
      return 'investigate'
    case 'investigation':
      return 'evaluateHazard'
    case 'hazardEvaluation':
      return question === undefined ? 'ask' : 'decide'
    case 'decision':
      return decision?.decide.action === 'none' ? 'close' : 'waitForScope'
    case 'reconciled':
      return 'close'
    default:
      return scope?.drift === undefined ? work(recall, openPulls) : 'drift'
  }
}

function work({ kind, stage, decision, counts }: Standing, openPulls: number): Thing {
  if (kind === 'mock') {
    return 'reconcile'
  }
  if (counts.told < counts.consignees && decision?.decide.depth !== 'ownStock') {
    return 'notify'
  }
  if (openPulls > 0) {
    return 'pull'
  }
  if (stage !== 'effectiveness') {
    return counts.answered < counts.told ? 'answers' : afterAnswers(decision?.decide.level, counts)
  }
  return checks(decision?.decide.level, counts)
}

function afterAnswers(level: string | undefined, counts: Recall['counts']): Thing {
  return level === 'E' || counts.consignees === 0 ? 'reconcile' : 'effectiveness'
}

function checks(level: string | undefined, { sampled, checked, consignees }: Recall['counts']): Thing {
  if (level === 'E' || consignees === 0) {
    return 'reconcile'
  }
  if (sampled === 0) {
    return 'drawSample'
  }
  return checked < sampled ? 'check' : 'reconcile'
}

/** What must be allowed for the thing, and the work that does it. */
export const DOES: Record<Exclude<Thing, 'waitForScope'>, Work> = {
  investigate: 'investigate',
  evaluateHazard: 'evaluateHazard',
  ask: 'ask',
  decide: 'decide',
  drift: 'evaluate',
  notify: 'notify',
  pull: 'pull',
  answers: 'answer',
  effectiveness: 'advance',
  drawSample: 'drawSample',
  check: 'check',
  reconcile: 'advance',
  close: 'close',
  closed: 'reopen',
}

export const TABS = [
  'overview',
  'scope',
  'pull',
  'consignees',
  'notices',
  'effectiveness',
  'quantities',
  'public',
  'papers',
  'record',
] as const

export type Tab = (typeof TABS)[number]

const ONCE_SCOPED: readonly Tab[] = ['pull', 'consignees', 'notices', 'effectiveness', 'quantities', 'public']
const NOT_DRILLED: readonly Tab[] = ['notices', 'effectiveness', 'public']

/** The tabs that have something to say: most need a scope, and a drill tells nobody. */
export function tabsOf({ kind, scope }: { kind: Kind; scope?: unknown }): Tab[] {
  return TABS.filter(
    tab => (scope !== undefined || !ONCE_SCOPED.includes(tab)) && (kind !== 'mock' || !NOT_DRILLED.includes(tab)),
  )
}

export const CONSIGNEE_SIGNS = {
  notTold: 'unknown',
  told: 'held',
  unreachable: 'bad',
  answered: 'ok',
} as const satisfies Record<Consignee['state'], State>
