// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { bodyOf, draftOf } from './claim-draft'
import { sumOf, worksOf } from './claim-steps'

describe('a claim', () => {
  test('is decided by those who may settle, and taken by all who care', () => {
    const next = ['note', 'detail', 'judge', 'approve', 'reject', 'withdraw', 'of-a-later-release']
    expect(worksOf(next, true)).toEqual(['approve', 'reject', 'judge', 'detail', 'note', 'withdraw'])
    expect(worksOf(next, false)).toEqual(['judge', 'detail', 'note', 'withdraw'])
  })

  test('is sent without what was left empty', () => {
    const draft = { ...draftOf({ item: 'S1', serial: 'ES1' }), description: 'It stopped.', failedOn: '2026-02-28' }
    const line = { key: 'a', what: 'parts', text: '', qty: '', amount: ' 12.50 ', currency: 'EUR' }
    const sent = JSON.parse(JSON.stringify(bodyOf({ ...draft, lines: [line, { ...line, key: 'b', amount: '' }] })))
    expect(sent).toEqual({
      item: 'S1',
      serial: 'ES1',
      failedOn: '2026-02-28',
      description: 'It stopped.',
      meters: [],
      lines: [{ what: 'parts', amount: '12.50', currency: 'EUR' }],
    })
  })
})

describe('the sum of amounts', () => {
  test('is exact, with as many decimals as the most exact of them', () => {
    expect(sumOf([])).toBe('')
    expect(sumOf(['10', '2.50'])).toBe('12.50')
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['0.05'])).toBe('0.05')
  })
})
