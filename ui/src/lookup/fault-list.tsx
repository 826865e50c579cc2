// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import type { Fault } from './meaning'
import { marked } from './visible'

const TITLES = [
  'checkDigit',
  'checkCharacter',
  'checkPair',
  'character',
  'otherLot',
  'otherExpiry',
  'packageSerial',
] as const

/** What is odd or wrong, each with the code and a mark at the place that it is about. */
export function FaultList({ faults, codes }: { faults: Fault[]; codes: string[] }) {
  return (
    faults.length > 0 && (
      <ul className="lookup-faults">
        {faults.map(fault => (
          <li key={`${fault.code} ${fault.symbol} ${fault.position} ${fault.detail}`}>
            <FaultWords fault={fault} />
            <Place code={codes[fault.symbol ?? 0]} position={fault.position} />
          </li>
        ))}
      </ul>
    )
  )
}

function FaultWords({ fault }: { fault: Fault }) {
  const { t } = useTexts()
  const title = TITLES.find(known => known === fault.code)
  return (
    <>
      {title && <strong>{t(`lookup.fault.${title}`)}: </strong>}
      {fault.detail}
    </>
  )
}

function Place({ code, position }: { code?: string; position: number }) {
  const { t } = useTexts()
  if (code === undefined) {
    return null
  }
  const { before, at, after } = marked(code, position)
  return (
    <div className="code lookup-place">
      {before}
      <mark>{at === '' ? '\u00a0' : at}</mark>
      {after}
      <span className="hidden-words"> {t('lookup.atCharacter', { number: position + 1 })}</span>
    </div>
  )
}
