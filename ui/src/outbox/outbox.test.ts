// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { Problem, Unreachable } from '../api/client'
import { newDraft } from '../tasks/draft'
import { device } from './device'
import { type Deliver, outbox } from './outbox'
import type { Settled, Waiting } from './waiting'

function finished(user: string): Waiting {
  return { user, finishedAt: '2026-12-01T08:00:00Z', draft: newDraft('receive'), acts: [{ type: 'receive' }] }
}

/** A server that takes what it is asked to, and answers each act as told. */
function server(answers: Record<string, Error | undefined> = {}) {
  const got: string[] = []
  const deliver: Deliver = async ({ draft }) => {
    got.push(draft.id)
    const answer = answers[draft.id]
    if (answer !== undefined) {
      throw answer
    }
    return {
      is: 'recorded',
      id: draft.id,
      seqs: [got.length],
      alerts: [],
      recalls: [],
      lines: [],
      head: {},
      refused: 0,
    }
  }
  return { got, deliver }
}

async function putAside(user: string, n: number): Promise<string[]> {
  const all = Array.from({ length: n }, () => finished(user))
  for (const one of all) {
    await outbox.add(one)
  }
  return all.map(one => one.draft.id)
}

const kept = async (user: string) => (await (await device()).getAll('outbox')).filter(one => one.user === user)

test('acts are sent in the order in which they were finished, once each', async () => {
  const ids = await putAside('ann', 3)
  const { got, deliver } = server()
  await Promise.all([outbox.send('ann', deliver), outbox.send('ann', deliver)])
  expect(got).toEqual(ids)
  expect(await kept('ann')).toEqual([])
})

test('while the server is away nothing goes, and nothing is lost', async () => {
  const ids = await putAside('ben', 2)
  const away = server({ [ids[0] ?? '']: new Unreachable('no network') })
  await outbox.send('ben', away.deliver)
  expect(away.got).toEqual([ids[0]])
  expect(outbox.waits('ben')).toBe(true)
  const back = server()
  await outbox.send('ben', back.deliver)
  expect(back.got).toEqual(ids)
})

test.each([401, 429, 500, 503])('an answer %i is no refusal: it waits', async status => {
  const user = `user-${status}`
  const [id = ''] = await putAside(user, 1)
  const { deliver } = server({ [id]: new Problem({ title: 'Not now', status, code: 'later' }) })
  await outbox.send(user, deliver)
  expect((await kept(user)).map(one => one.problem)).toEqual([undefined])
})

test('a refusal is kept with its reason, and those behind it go on', async () => {
  const [first = '', second = '', third = ''] = await putAside('eve', 3)
  const told: Settled[] = []
  const stop = outbox.onSettled(settled => told.push(settled))
  const { got, deliver } = server({ [second]: new Problem({ title: 'In stock already', status: 422, code: 'exists' }) })
  await outbox.send('eve', deliver)
  stop()
  expect(got).toEqual([first, second, third])
  expect(told.map(({ is, id }) => [is, id])).toEqual([
    ['recorded', first],
    ['refused', second],
    ['recorded', third],
  ])
  const [refused] = await kept('eve')
  expect(refused?.problem?.code).toBe('exists')
  // It is not sent again by itself.
  await outbox.send('eve', deliver)
  expect(got).toHaveLength(3)
  expect(outbox.waits('eve')).toBe(false)
})

test('what another user finished here stays theirs', async () => {
  await putAside('kim', 1)
  const { got, deliver } = server()
  await outbox.send('joe', deliver)
  expect(got).toEqual([])
  expect(outbox.waits('kim')).toBe(true)
})
