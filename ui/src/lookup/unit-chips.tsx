// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { UnitSummary } from '../api/model'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import { StatusChip } from './unit-states'

/** What must be known of a unit before anything else, the gravest first. */
export function UnitChips({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const blocked = [...new Set(unit.holds.flatMap(hold => hold.blocks))]
  const expired = unit.usable.why.some(why => why.code === 'expired')
  const rejected = unit.usable.why.some(why => why.code === 'uninspected' && why.detail.includes('rejected'))
  const uninspected = unit.usable.why.some(why => why.code === 'uninspected')
  return (
    <>
      {blocked.length > 0 && (
        <StateChip state="held">
          {t('lookup.heldFor', { purposes: blocked.map(purpose => t(`lookup.purpose.${purpose}`)).join(', ') })}
        </StateChip>
      )}
      {uninspected && !rejected && <StateChip state="held">{t('lookup.uninspected')}</StateChip>}
      {unit.suspectTwin && <StateChip state="unknown">{t('lookup.twin')}</StateChip>}
      {unit.expiry &&
        (expired ? (
          <StateChip state="bad">{t('lookup.expired', { day: day(unit.expiry) })}</StateChip>
        ) : (
          <StateChip state="ok">{t('lookup.inDate', { day: day(unit.expiry) })}</StateChip>
        ))}
      {unit.status !== 'mixed' && <StatusChip status={unit.status} />}
      {unit.supplierLots.slice(0, 3).map(lot => (
        <StateChip key={`${lot.number} ${lot.partner}`} state="info">
          {lot.partner
            ? t('lookup.supplierLotOf', { number: lot.number, partner: lot.partner })
            : t('lookup.supplierLot', { number: lot.number })}
        </StateChip>
      ))}
    </>
  )
}
