// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { day, quantity } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { schemeName } from '../masters/facts'
import { Code } from '../parts/code'
import { Card } from '../parts/page'
import { RecallBanner } from '../parts/recalled'
import { StateChip } from '../parts/state'
import { Facts } from './facts'
import { FaultList } from './fault-list'
import type { LookupAnswer, Reading, Together, Value } from './meaning'
import { visible } from './visible'

const FAMILIES = [
  'gtin',
  'sscc',
  'gln',
  'elementString',
  'digitalLink',
  'epc',
  'hibc',
  'isbt128',
  'iso15434',
  'dataIdentifiers',
  'pzn',
  'vin',
  'imei',
  'text',
] as const

const VALUES = [
  'gtin',
  'lot',
  'serial',
  'sscc',
  'gln',
  'expiry',
  'bestBefore',
  'manufactured',
  'quantity',
  'text',
] as const

const DAYS: readonly string[] = ['expiry', 'bestBefore', 'manufactured']

/** What several codes say together, then every way to read each code, with what it says then. */
export function Readings({ answer }: { answer: LookupAnswer }) {
  const { t } = useTexts()
  const { together, readings } = answer
  const codes = answer.codes ?? [answer.code]
  // The same code can be asked twice.
  const symbols = codes.map((code, symbol) => ({ code, symbol, key: `${symbol} ${code}` }))
  return (
    <>
      {together && <TogetherCard together={together} codes={codes} />}
      {symbols.map(({ code, symbol, key }) => (
        <Card key={key} title={codes.length === 1 ? t('lookup.says') : t('lookup.saysOf', { number: symbol + 1 })}>
          {codes.length > 1 && (
            <p className="lookup-symbol">
              <Code>{visible(code)}</Code>
            </p>
          )}
          <div className="lookup-readings">
            {readings
              .filter(reading => (reading.symbol ?? 0) === symbol)
              .map(reading => (
                <ReadingPart key={JSON.stringify(reading)} reading={reading} code={code} />
              ))}
          </div>
        </Card>
      ))}
    </>
  )
}

function ReadingPart({ reading, code }: { reading: Reading; code: string }) {
  const { t } = useTexts()
  const family = FAMILIES.find(known => known === reading.family)
  return (
    <section>
      <h3>
        {family === undefined ? reading.family : t(`lookup.family.${family}`)}
        {reading.known && <StateChip state="ok">{t('lookup.known')}</StateChip>}
        {reading.resolved ? (
          <StateChip state="info">{t('lookup.resolved')}</StateChip>
        ) : (
          reading.guessed && <StateChip state="unknown">{t('lookup.guessed')}</StateChip>
        )}
      </h3>
      <RecallBanner recalls={reading.recalls} />
      <Facts facts={factsOf(reading, t)} />
      <Said said={reading.said} />
      <FaultList faults={reading.faults} codes={[code]} />
    </section>
  )
}

function TogetherCard({ together, codes }: { together: Together; codes: string[] }) {
  const { t } = useTexts()
  const { conflicts, faults } = together
  return (
    <Card title={t('lookup.together')}>
      {conflicts.length > 0 ? (
        <>
          <StateChip state="bad">{t('lookup.conflict')}</StateChip>
          <ul className="lookup-faults">
            {conflicts.map(({ code, detail, first, second }) => (
              <li key={`${code} ${first} ${second}`}>
                {detail} ({t('lookup.conflictOf', { first: first + 1, second: second + 1 })})
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className="lookup-symbol">
            {together.known && <StateChip state="ok">{t('lookup.known')}</StateChip>}
            {together.guessed && <StateChip state="unknown">{t('lookup.guessed')}</StateChip>}
          </p>
          <RecallBanner recalls={together.recalls} />
          <Facts facts={factsOf(together, t)} />
        </>
      )}
      <FaultList faults={faults} codes={codes} />
    </Card>
  )
}

/** The values that have a name for people, and the numbers of the item that are none of these. */
function factsOf({ values, keys }: Pick<Reading, 'values' | 'keys'>, t: Texts): [string, ReactNode][] {
  return [
    ...VALUES.map((name): [string, ReactNode] => {
      const value = values[name]
      return [t(`lookup.value.${name}`), value && <Code>{shownValue(name, value)}</Code>]
    }),
    ...keys
      .filter(key => key.scheme !== 'gtin')
      .map((key): [string, ReactNode] => [schemeName(key.scheme, t), <Code key={key.scheme}>{key.value}</Code>]),
  ]
}

function shownValue(name: string, value: string): string {
  if (DAYS.includes(name)) {
    return day(value)
  }
  return name === 'quantity' ? quantity(value) : visible(value)
}

/** Every value as it stands in the code, by the number and title of its identifier. */
function Said({ said }: { said: Value[] }) {
  return (
    said.length > 0 && (
      <ul className="lookup-said">
        {said.map(({ id, title, value, position }) => (
          <li key={`${id} ${position}`}>
            <Code>{`(${id})`}</Code>
            <span className="muted small">{title}</span>
            <Code>{visible(value)}</Code>
          </li>
        ))}
      </ul>
    )
  )
}
