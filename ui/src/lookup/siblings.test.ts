// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from 'vitest'
import { askedOf, siblingsOf, USUAL, withSiblings } from './siblings'

const address = (text: string) => new URLSearchParams(text)

test('an address without kinds asks nothing', () => {
  expect(siblingsOf(address(''))).toBeNull()
  expect(siblingsOf(address('siblings=cousin'))).toBeNull()
})

test('a question and its address say the same', () => {
  const question = { kinds: ['run', 'place'], window: 'P1D' } as const
  const next = withSiblings(address('balance=now'), { ...question, kinds: [...question.kinds] })
  expect(next.get('balance')).toBe('now')
  expect(siblingsOf(next)).toEqual(question)
})

test('a window goes with a place or a time only', () => {
  expect(askedOf({ kinds: ['run'], window: 'PT2H' })).toEqual({ kinds: 'run' })
  expect(askedOf({ kinds: ['run', 'time'], window: 'PT2H' })).toEqual({ kinds: 'run,time', window: 'PT2H' })
  expect(withSiblings(address('window=P1D'), { kinds: ['run'], window: 'P1D' }).has('window')).toBe(false)
})

test('a window that cannot be chosen is the usual one', () => {
  expect(siblingsOf(address('siblings=time&window=PT5M'))?.window).toBe(USUAL.window)
})
