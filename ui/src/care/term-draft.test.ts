// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import type { Term } from './model'
import { blankTerm, bodyOf, draftOf } from './term-draft'

const TERM: Term = {
  code: 'S1-2Y',
  name: 'Two years on the scooter',
  active: true,
  version: 3,
  kind: 'commercial',
  rank: 1,
  scope: { items: ['SCOOTER-S1'], serials: [{ from: 'ES1', to: 'ES99' }], markets: ['DE'] },
  start: [
    { event: 'registration', proof: 'receipt' },
    { event: 'shipment', plus: 'P30D' },
  ],
  latestStart: { event: 'shipment', plus: 'P6M' },
  timeZone: 'Europe/Berlin',
  coverages: [
    {
      what: 'parts',
      period: 'P2Y',
      meters: [{ meter: 'km', most: '20000' }],
      shares: [{ until: 'P1Y', percent: 100 }],
      deductible: { amount: '20', currency: 'EUR' },
    },
  ],
  parts: [{ positions: ['battery'], replacement: 'fresh', period: 'P1Y' }],
  exclusions: [{ code: 'MISUSE' }, { state: 'foreignPart', genuine: ['PACK-36V'] }],
  transferable: true,
  stopInRepair: true,
  public: 'serial',
}

const asSent = (term: object) => JSON.parse(JSON.stringify(term))

describe('a term in the editor', () => {
  test('is sent as it came, all but its version', () => {
    const { version: _, ...whole } = TERM
    expect(asSent(bodyOf(draftOf(TERM)))).toEqual(whole)
  })

  test('says nothing of what was left empty', () => {
    const sent = asSent(bodyOf({ ...blankTerm(), code: ' A ', name: 'A' }))
    expect(sent.code).toBe('A')
    expect(Object.keys(sent.scope)).toEqual([])
    for (const name of ['parts', 'exclusions', 'supplier', 'extends', 'perSerial', 'latestStart', 'timeZone']) {
      expect(sent).not.toHaveProperty(name)
    }
    expect(JSON.stringify(sent)).not.toContain('"key"')
  })

  test('leaves out what another choice made idle', () => {
    const draft = draftOf(TERM)
    const [rule] = draft.parts
    const sent = asSent(
      bodyOf({ ...draft, supplier: 'SUP', parts: rule === undefined ? [] : [{ ...rule, replacement: 'remainder' }] }),
    )
    expect(sent).not.toHaveProperty('supplier')
    expect(sent.parts).toEqual([{ positions: ['battery'], replacement: 'remainder' }])
  })
})
