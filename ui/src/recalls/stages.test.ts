// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { type Counts, type Recall, STAGES } from './model'
import { can, nextThing, progress, stageLine, tabsOf } from './stages'

const NOBODY: Counts = {
  consignees: 0,
  told: 0,
  answered: 0,
  sampled: 0,
  checked: 0,
  pulled: 0,
  remedied: 0,
  entries: 0,
}

const decided = (decide: NonNullable<Recall['decision']>['decide']) => ({ decide, step: 4, at: '', by: 'mo' })

const at = (stage: Recall['stage'], more: Partial<Recall> = {}, counts: Partial<Counts> = {}) => ({
  kind: 'recall' as const,
  stage,
  decision: decided({ action: 'act', level: 'A', depth: 'consumer' }),
  counts: { ...NOBODY, ...counts },
  ...more,
})

const reached = (stage: Recall['stage']) => ({ stage, step: 4, at: 'T', by: 'mo', role: '' })

const SCOPE = { drift: { seq: 9, added: 1, removed: 0 } } as Recall['scope']

test('the stages up to the decision ask for what is missing first', () => {
  expect(nextThing(at('signal'))).toBe('investigate')
  expect(nextThing(at('investigation'))).toBe('evaluateHazard')
  expect(nextThing(at('hazardEvaluation'))).toBe('ask')
  expect(nextThing(at('hazardEvaluation', { question: { seeds: [] } }))).toBe('decide')
})

test('a case in which nothing is recalled is closed', () => {
  expect(nextThing(at('decision', { decision: decided({ action: 'none' }) }))).toBe('close')
  expect(nextThing(at('decision'))).toBe('waitForScope')
})

test('a scope that has changed comes before everybody is told', () => {
  expect(nextThing(at('scoped', { scope: SCOPE }, { consignees: 3 }))).toBe('drift')
  expect(nextThing(at('scoped', {}, { consignees: 3 }))).toBe('notify')
})

test('once all are told the shelves are emptied, then the answers are waited for', () => {
  const told = { consignees: 3, told: 3 }
  expect(nextThing(at('notified', {}, told), 2)).toBe('pull')
  expect(nextThing(at('notified', {}, told))).toBe('answers')
  expect(nextThing(at('inProgress', {}, { ...told, answered: 3 }))).toBe('effectiveness')
})

test('what never left our hands needs nobody to be told', () => {
  const own = { decision: decided({ action: 'act', level: 'E', depth: 'ownStock' }) }
  expect(nextThing(at('scoped', own, { consignees: 3 }), 4)).toBe('pull')
  expect(nextThing(at('inProgress', own, { consignees: 3 }))).toBe('reconcile')
})

test('a sample is drawn, then checked, then the quantities are settled', () => {
  const all = { consignees: 10, told: 10, answered: 9 }
  expect(nextThing(at('effectiveness', {}, all))).toBe('drawSample')
  expect(nextThing(at('effectiveness', {}, { ...all, sampled: 2, checked: 1 }))).toBe('check')
  expect(nextThing(at('effectiveness', {}, { ...all, sampled: 2, checked: 2 }))).toBe('reconcile')
})

test('a drill tells nobody', () => {
  expect(nextThing(at('scoped', { kind: 'mock' }, { consignees: 3 }), 5)).toBe('reconcile')
  expect(tabsOf({ kind: 'mock', scope: {} })).not.toContain('notices')
})

test('what is done, now and to come make one line', () => {
  const line = stageLine({
    stage: 'decision',
    stages: [reached('hazardEvaluation'), reached('decision')],
    counts: NOBODY,
  })
  expect(line.map(part => part.is).slice(2, 5)).toEqual(['done', 'now', 'toCome'])
  expect(line[3]?.at).toBe('T')
  const closed = STAGES.map(reached)
  expect(stageLine({ stage: 'closed', stages: closed, counts: NOBODY }).every(part => part.is === 'done')).toBe(true)
  expect(progress('closed')).toBe(1)
})

test('a stage that was passed over is not called done before its work is', () => {
  const notified = (told: number) =>
    stageLine({ stage: 'inProgress', stages: [reached('scoped')], counts: { ...NOBODY, told } })[5]?.is
  expect(notified(0)).toBe('passed')
  expect(notified(1)).toBe('done')
})

test('what somebody may not do, or does not fit the stage, cannot be done', () => {
  const recall = { next: ['note', 'pull'] }
  expect(can(recall, ['pull'], 'pull')).toBe(true)
  expect(can(recall, ['cases'], 'pull')).toBe(false)
  expect(can(recall, ['pull', 'cases', 'recall'], 'decide')).toBe(false)
})

test('before there is a scope only what leads to it is shown', () => {
  expect(tabsOf({ kind: 'recall' })).toEqual(['overview', 'scope', 'papers', 'record'])
})
