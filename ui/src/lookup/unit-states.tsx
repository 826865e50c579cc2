// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ShortUnit, Status } from '../api/model'
import { useTexts } from '../i18n/texts'
import { RecallChips } from '../parts/recalled'
import { type State, StateChip } from '../parts/state'

const OF_STATUS: Record<Status, State> = {
  inStock: 'ok',
  packed: 'ok',
  installed: 'gone',
  consumed: 'gone',
  shipped: 'gone',
  scrapped: 'gone',
  adjusted: 'gone',
  unknown: 'unknown',
  voided: 'bad',
  mixed: 'info',
}

export function StatusChip({ status }: { status: Status }) {
  const { t } = useTexts()
  return <StateChip state={OF_STATUS[status] ?? 'info'}>{t(`lookup.status.${status}`)}</StateChip>
}

/** The states of a unit in a list: the two gravest, for the height of a row; a recall alone. */
export function UnitStates({ unit }: { unit: ShortUnit }) {
  const { t } = useTexts()
  // Whether the day has passed is the server's to say: it knows the zone of the site.
  const expired = unit.expiry !== undefined && !unit.held && unit.usable.sell === 'no'
  const chips = [
    unit.recalls !== undefined && <RecallChips key="recalled" recalls={unit.recalls.slice(0, 1)} />,
    unit.held && (
      <StateChip key="held" state="held">
        {t('lookup.held')}
      </StateChip>
    ),
    expired && (
      <StateChip key="expired" state="bad">
        {t('lookup.state.expired')}
      </StateChip>
    ),
    unit.suspectTwin && (
      <StateChip key="twin" state="unknown">
        {t('lookup.twin')}
      </StateChip>
    ),
    <StatusChip key="status" status={unit.status} />,
  ]
  return <>{chips.filter(Boolean).slice(0, unit.recalls === undefined ? 2 : 1)}</>
}
