// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { marked, visible } from './visible'

test('a separator is shown by its sign', () => {
  expect(visible('10L1\u001d21S\u007f')).toBe('10L1␝21S␡')
})

test('the mark is at the character, or behind the end of the code', () => {
  expect(marked('0195060001', 2)).toEqual({ before: '01', at: '9', after: '5060001' })
  expect(marked('ABC', 3)).toEqual({ before: 'ABC', at: '', after: '' })
})

test('of a long code only the part around the mark is shown', () => {
  const code = `${'A'.repeat(60)}B${'C'.repeat(60)}`
  expect(marked(code, 60)).toEqual({ before: `…${'A'.repeat(40)}`, at: 'B', after: `${'C'.repeat(40)}…` })
})
