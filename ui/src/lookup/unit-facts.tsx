// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import type { UnitSummary } from '../api/model'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code, PlaceLink } from '../parts/code'
import { Card } from '../parts/page'
import { Facts } from './facts'

/** Dates, the numbers others gave it, and whatever else was said of it. */
export function UnitFacts({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const facts: [string, ReactNode][] = [
    [t('lookup.fact.manufactured'), unit.manufactured && day(unit.manufactured)],
    [t('lookup.fact.bestBefore'), unit.bestBefore && day(unit.bestBefore)],
    [t('lookup.fact.expiry'), unit.expiry && day(unit.expiry)],
    [t('lookup.fact.issuer'), unit.issuer && <PlaceLink code={unit.issuer} kind="partner" />],
    [t('lookup.fact.twin'), unit.twin > 0 && String(unit.twin + 1)],
    [t('lookup.fact.supplierLots'), unit.supplierLots.length > 0 && <SupplierLots unit={unit} />],
    ...Object.entries(unit.attributes ?? {}).map(([name, value]): [string, ReactNode] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ]
  if (facts.every(([, value]) => !value)) {
    return null
  }
  return (
    <Card title={t('lookup.facts')}>
      <Facts facts={facts} />
    </Card>
  )
}

function SupplierLots({ unit }: { unit: UnitSummary }) {
  return unit.supplierLots.map(({ number, partner }) => (
    <div key={`${number} ${partner}`}>
      <Code>{number}</Code> {partner && <PlaceLink code={partner} kind="partner" />}
    </div>
  ))
}
