// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { moment } from '../i18n/formats'
import { type TextKey, useTexts } from '../i18n/texts'
import { UnitLink } from '../parts/code'
import type { Factor } from './model'

const FAMILIES = {
  lot: 'quality.family.lot',
  serialLot: 'quality.family.serialLot',
  supplier: 'quality.family.supplier',
  supplierLot: 'quality.family.supplierLot',
  run: 'quality.family.run',
  step: 'quality.family.step',
  equipment: 'quality.family.equipment',
  operator: 'quality.family.operator',
  hour: 'quality.family.hour',
  vessel: 'quality.family.vessel',
  place: 'quality.family.place',
  item: 'quality.family.item',
  attribute: 'quality.family.attribute',
  position: 'quality.family.position',
  hostLot: 'quality.family.hostLot',
  market: 'quality.family.market',
  window: 'quality.family.window',
} as const satisfies Record<string, TextKey>

const isFamily = (word: string): word is keyof typeof FAMILIES => word in FAMILIES

/** What a factor is, with its number and the time that it is about. */
export function FactorWords({ factor }: { factor: Factor }) {
  const { t } = useTexts()
  const { family, unit, from, to } = factor
  const kinds = family.split(' × ').map(one => (isFamily(one) ? t(FAMILIES[one]) : one))
  return (
    <span>
      <span className="muted">{kinds.join(' × ')} </span>
      {unit?.unit === undefined ? (
        <b className="code">{factor.equipment ?? factor.words}</b>
      ) : (
        <UnitLink named={unit} />
      )}
      {factor.itemName !== undefined && <span className="muted small"> · {factor.itemName}</span>}
      {factor.partnerName !== undefined && <span className="muted small"> · {factor.partnerName}</span>}
      {from !== undefined && to !== undefined && (
        <b>
          {' '}
          {moment(from)} – {moment(to)}
        </b>
      )}
    </span>
  )
}
