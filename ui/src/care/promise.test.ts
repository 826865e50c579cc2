// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Texts } from '../i18n/texts'
import type { Term } from './model'
import { promiseOf } from './promise'
import german from './texts/de'
import english from './texts/en'

const TERM: Omit<Term, 'version'> = {
  code: 'S1-2Y',
  name: 'Two years on the scooter',
  active: true,
  kind: 'commercial',
  rank: 0,
  scope: { items: ['SCOOTER-S1'], markets: ['DE', 'AT'], madeFrom: '2026-01-01' },
  start: [
    { event: 'registration', proof: 'receipt' },
    { event: 'shipment', plus: 'P30D' },
  ],
  latestStart: { event: 'shipment', plus: 'P6M' },
  coverages: [
    { what: 'parts', period: 'P2Y', meters: [{ meter: 'km', most: '20000' }] },
    { what: 'labour', period: 'P1Y', shares: [{ until: 'P6M', percent: 100 }] },
  ],
  parts: [{ positions: ['battery'], replacement: 'fresh', period: 'P1Y' }],
  exclusions: [{ state: 'foreignPart', positions: ['battery'] }],
  transferable: false,
  stopInRepair: true,
  public: 'serial',
}

const t = ((key: string, values?: object) => i18next.t(key, { ...values })) as Texts

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    defaultNS: 'texts',
    resources: { en: { texts: { care: english } }, de: { texts: { care: german } } },
    interpolation: { escapeValue: false },
  })
})

describe('what a term promises', () => {
  test('is said in sentences that its customer understands', () => {
    expect(promiseOf(TERM, t)).toEqual([
      'For SCOOTER-S1; made from Jan 1, 2026; in Germany or Austria.',
      'Parts: 2 years or 20,000 km, whichever comes first.',
      'Labour: 1 year; 100 % in the first 6 months.',
      'It begins with the first of these that is known: registration (with a receipt), else shipment + 30 days; ' +
        'no later than shipment + 6 months.',
      'Every part at battery that is put in is covered anew: 1 year.',
      'Not if a part that is not genuine was in it (battery).',
      'It ends when the product changes hands.',
      'Days in repair are added at the end.',
      'The check page shows it to everybody who has the number.',
    ])
  })

  test('is said in German too, with nothing left to fill in', async () => {
    await i18next.changeLanguage('de')
    const sentences = promiseOf({ ...TERM, kind: 'extension', extends: { mode: 'append', term: 'S1-2Y' } }, t)
    expect(sentences.join(' ')).not.toMatch(/{{|undefined|care\./)
    expect(sentences).toContain('Sie beginnt am Tag, nachdem S1-2Y endet.')
    await i18next.changeLanguage('en')
  })

  test('tells what is missing while it is written', () => {
    expect(promiseOf({ ...TERM, start: [], latestStart: undefined, scope: {} }, t)).toEqual(
      expect.arrayContaining(['For everything that is delivered.', 'Say when it begins.']),
    )
  })
})
