// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import type { Reading } from './meaning'

const FAMILIES = ['gtin', 'sscc', 'gln', 'elementString', 'digitalLink', 'epc', 'text'] as const

const VALUES = ['gtin', 'lot', 'serial', 'sscc', 'gln', 'expiry', 'text'] as const

/** Every way to read a code, with what it says then; what is said by an application identifier keeps its number. */
export function Readings({ readings }: { readings: Reading[] }) {
  const { t } = useTexts()
  const familyOf = (reading: Reading) => {
    const family = FAMILIES.find(known => known === reading.family)
    return family === undefined ? reading.family : t(`lookup.family.${family}`)
  }
  const nameOf = (name: string) => {
    const value = VALUES.find(known => known === name)
    return value === undefined ? name : t(`lookup.value.${value}`)
  }
  return (
    <Card title={t('lookup.says')}>
      <div className="lookup-readings">
        {readings.map(reading => (
          <section key={JSON.stringify(reading)}>
            <h3>
              {familyOf(reading)}
              {reading.known && <StateChip state="ok">{t('lookup.known')}</StateChip>}
            </h3>
            <dl className="facts">
              {Object.entries(reading.values).map(([name, value]) => (
                <div key={name}>
                  <dt>{nameOf(name)}</dt>
                  <dd>
                    <Code>{visible(value)}</Code>
                  </dd>
                </div>
              ))}
            </dl>
            {reading.remarks.map(remark => (
              <p key={remark} className="small lookup-remark">
                {remark}
              </p>
            ))}
          </section>
        ))}
      </div>
    </Card>
  )
}

/** Shows the separator that scanners send between elements, which has no glyph. */
function visible(value: string): string {
  return value.replaceAll('\u001d', '␝')
}
