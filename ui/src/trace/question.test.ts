// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { address } from '../api/client'
import { frozenQuestion, hasSeed, paramsOf, pinned, questionOf, seedOf, settings } from './question'

const LINK =
  'direction=backward&item=CELL&lot=X%2F1&asOf=2026-03-01&knownAt=17&hosts=ever&amounts=true&killSteps=pasteurised&stop=shipment'

describe('a trace question', () => {
  it('comes out of its own link unchanged', () => {
    const question = questionOf(new URLSearchParams(LINK))
    expect(address('', paramsOf(question))).toBe(`?${LINK}`)
  })

  it('keeps what the API must refuse, so that the refusal is seen', () => {
    expect(questionOf(new URLSearchParams('lot=X&hosts=sometimes')).policy.hosts).toBe('sometimes')
  })

  it('begins nowhere with an item alone', () => {
    expect(hasSeed(questionOf(new URLSearchParams('item=CELL')))).toBe(false)
    expect(hasSeed(questionOf(new URLSearchParams('item=CELL&serial=S1')))).toBe(true)
  })

  it('is pinned to the entries of its answer', () => {
    const question = pinned(questionOf(new URLSearchParams('lot=X&knownAt=2026-03-01T10:00:00Z&place=A')), 42)
    expect(question.policy).toEqual({ knownAt: '42', place: 'A' })
  })

  it('counts settings without its times', () => {
    expect(settings({ asOf: '2026-03-01', knownAt: '3', hosts: 'ever', amounts: 'true' })).toBe(2)
  })
})

describe('what a code means as a seed', () => {
  it('is a serial before its lot', () => {
    expect(seedOf({ match: 'serial', unit: '1', item: 'S', lot: 'L', serial: '7' })).toEqual({ item: 'S', serial: '7' })
  })

  it("is the supplier's lot with all our lots of it", () => {
    expect(seedOf({ match: 'supplierLot', unit: '1', item: 'C', lot: 'L' }, 'KE1')).toEqual({
      item: 'C',
      supplierLot: 'KE1',
    })
  })

  it('is nothing for a place or an item', () => {
    expect(seedOf({ match: 'place', place: 'A-01' })).toBeNull()
    expect(seedOf({ match: 'item', item: 'C' })).toBeNull()
  })

  it('is frozen as it was answered, in the types of JSON', () => {
    const frozen = frozenQuestion(questionOf(new URLSearchParams('lot=X&amounts=true&knownAt=9')), 12)
    expect(frozen).toEqual({ direction: 'forward', lot: 'X', amounts: true, knownAt: '12' })
    expect(frozenQuestion(questionOf(new URLSearchParams('lot=X')), 12)).not.toHaveProperty('amounts')
  })
})
