// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { choiceOf, FIRST, templateToBegin } from './choice'

describe('the last choice', () => {
  test('is what was kept, and as at first where that is not understood', () => {
    expect(choiceOf(JSON.stringify({ ...FIRST, dpi: 300, start: 5 }))).toEqual({ ...FIRST, dpi: 300, start: 5 })
    expect(choiceOf('{"dpi":72,"format":"doc","printer":7,"start":"x"}')).toEqual(FIRST)
    expect(choiceOf('not json')).toEqual(FIRST)
    expect(choiceOf('null')).toEqual(FIRST)
    expect(choiceOf(null)).toEqual(FIRST)
  })

  test('proposes the last template that fits, and else the first', () => {
    const fitting = [
      { code: 'unit-small', about: 'unit' as const },
      { code: 'unit-large', about: 'unit' as const },
      { code: 'case', about: 'case' as const },
    ]
    const kept = { ...FIRST, templates: { unit: 'unit-large', case: 'case', pallet: 'pallet' } }
    expect(templateToBegin(fitting, FIRST)).toBe('unit-small')
    expect(templateToBegin(fitting, kept)).toBe('unit-large')
    expect(templateToBegin(fitting, { ...kept, about: 'case' })).toBe('case')
    expect(templateToBegin(fitting, { ...kept, about: 'pallet' })).toBe('unit-large')
    expect(templateToBegin(fitting, { ...kept, templates: { unit: 'gone' } })).toBe('unit-small')
    expect(templateToBegin([], kept)).toBeUndefined()
  })
})
