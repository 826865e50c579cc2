// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { Totals, UnitSummary } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Figure } from '../parts/page'
import { Quantity } from '../parts/quantity'

/** What came in, then what became of it. */
const FIGURES = [
  'received',
  'made',
  'commissioned',
  'found',
  'onHand',
  'packed',
  'installed',
  'consumed',
  'shipped',
  'scrapped',
  'adjusted',
  'unknown',
] as const satisfies readonly (keyof Totals)[]

export function UnitFigures({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  if (unit.kind === 'serial') {
    // One piece is in one place: its state says all that the figures could.
    return null
  }
  if (unit.kind === 'container') {
    return (
      <div className="figures unit-figures">
        <Figure label={t('lookup.inside')}>{count(unit.contents)}</Figure>
      </div>
    )
  }
  return (
    <div className="figures unit-figures">
      {FIGURES.filter(name => name === 'onHand' || !isZero(unit.totals[name])).map(name => (
        <Figure key={name} label={t(`lookup.total.${name}`)}>
          <span style={name === 'unknown' ? { color: 'var(--unknown)' } : undefined}>
            <Quantity qty={unit.totals[name]} unit={unit.unit} />
          </span>
        </Figure>
      ))}
    </div>
  )
}

export function isZero(qty: string): boolean {
  return /^-?0*(\.0*)?$/.test(qty)
}
