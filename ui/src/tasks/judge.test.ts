// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it, vi } from 'vitest'
import { countable, type DraftLine, isAlarming } from './draft'
import { judge } from './judge'
import { post } from './post'

afterEach(() => vi.unstubAllGlobals())

const line = (key: string): DraftLine => ({ key, code: key, item: 'B', serial: key, verdict: { is: 'waiting' } })
const act = (lines: DraftLine[]) => ({ type: 'receive', lines: lines.map(({ item, serial }) => ({ item, serial })) })

function serverSays(status: number, ...answers: object[]) {
  const body = answers.map(answer => JSON.stringify(answer)).join('\n')
  const heard: { path: string; body: string }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    heard.push({ path, body: String(init.body) })
    return new Response(body, { status })
  })
  return heard
}

const HELD = {
  status: 422,
  code: 'held',
  title: 'It is held',
  detail: 'Swollen.',
  errors: [{ detail: '', action: 'Wait.' }],
}

it('each line of many gets its own verdict', async () => {
  const good = { dryRun: true, movements: [{ qty: '1', from: 'A-01', to: 'SHOP' }], alerts: [{ code: 'suspect-twin' }] }
  const heard = serverSays(200, good, HELD)
  const verdicts = await judge([line('1'), line('2')], act)
  expect(heard[0]?.path).toBe('/api/v1/entries:batch?dryRun=true')
  expect(verdicts.get('1')).toEqual({ is: 'good', from: 'A-01', alerts: ['suspect-twin'] })
  expect(verdicts.get('2')).toMatchObject({ is: 'refused', title: 'It is held', detail: 'Swollen.', action: 'Wait.' })
})

it('nothing is said of a line while nobody is signed in', async () => {
  serverSays(401, { code: 'signed-out', title: 'Not signed in', status: 401 })
  expect(await judge([line('1')], act)).toEqual(new Map())
})

it('of two acts that hold together the reason is the one that was refused for itself', async () => {
  const heard = serverSays(200, { status: 422, code: 'with-others', title: 'With others' }, HELD)
  const acts = [{ type: 'remove' }, { type: 'install' }]
  await expect(post(acts, ['a', 'b'])).rejects.toMatchObject({ code: 'held' })
  expect(heard[0]?.path).toBe('/api/v1/entries:batch?atomic=true')
  expect(heard[0]?.body).toBe('{"id":"a","type":"remove"}\n{"id":"b","type":"install"}')
})

it('what is in a recall is recorded, and sounds wrong', async () => {
  const alert = { code: 'recalled', detail: 'X1 is recalled by R-2026-001.', recall: 'R-2026-001' }
  serverSays(200, { dryRun: true, alerts: [alert, alert] })
  const verdict = (await judge([line('X1')], act)).get('X1') ?? { is: 'waiting' }
  expect(verdict).toMatchObject({ is: 'good', recalls: [{ recall: 'R-2026-001', title: alert.detail }] })
  expect(isAlarming(verdict)).toBe(true)
  expect(countable({ ...line('X1'), verdict })).toBe(true)
})

it('an alert that names no recall does not', async () => {
  serverSays(200, { dryRun: true, alerts: [{ code: 'suspect-twin' }] })
  const verdict = (await judge([line('X1')], act)).get('X1') ?? { is: 'waiting' }
  expect(isAlarming(verdict)).toBe(false)
})

it('what a fit rule warns of is told in its words and recorded', async () => {
  const alert = { code: 'does-not-fit', detail: 'PACK serial P1 may not be with BOARD (rule F3).', rule: 'F3' }
  serverSays(200, { dryRun: true, alerts: [alert] })
  const verdict = (await judge([line('X1')], act)).get('X1') ?? { is: 'waiting' }
  expect(verdict).toMatchObject({ is: 'good', unfit: [alert.detail] })
  expect(countable({ ...line('X1'), verdict })).toBe(true)
})
