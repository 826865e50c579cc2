// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { newest } from './newest'

test('the answer to an earlier scan counts no more, even when it comes last', async () => {
  const asks = newest()
  let shown = ''
  const ask = async (code: string, ms: number) => {
    const isNewest = asks()
    await new Promise(done => setTimeout(done, ms))
    if (isNewest()) {
      shown = code
    }
  }
  await Promise.all([ask('first', 30), ask('second', 1)])
  expect(shown).toBe('second')
  await ask('third', 1)
  expect(shown).toBe('third')
})
