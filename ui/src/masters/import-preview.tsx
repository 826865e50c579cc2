// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type Preview, STATUSES } from './import-model'
import { type CountButton, CountFilter, isWarned, SheetNote, STATUS_STATES, verdictColumns } from './import-parts'
import { VirtualTable } from './record-list'

/** What would become of each row; nothing has been done yet. */
export function PreviewView({ preview, start, busy }: { preview: Preview; start: () => void; busy: boolean }) {
  const { t } = useTexts()
  const [wanted, setWanted] = useState('')
  const { counts, rows, of } = preview
  const shown = useMemo(
    () => rows.filter(row => wanted === '' || (wanted === 'warned' ? isWarned(row) : row.status === wanted)),
    [rows, wanted],
  )
  const buttons: CountButton[] = STATUSES.filter(status => counts[status] > 0).map(status => ({
    key: status,
    label: t(`masters.would.${status}`),
    n: counts[status],
    state: STATUS_STATES[status],
  }))
  if (counts.warned > 0) {
    buttons.push({ key: 'warned', label: t('masters.warned'), n: counts.warned, state: 'held' })
  }
  const good = of - counts.refused
  return (
    <>
      <div className="import-summary">
        <SheetNote sheet={preview.sheet} kind={preview.kind} />
        <Button size="md" onClick={start} loading={busy} disabled={good === 0}>
          {t('masters.importRows', { count: good, rows: count(good) })}
        </Button>
      </div>
      {preview.checked === 'masters' && <p className="small muted">{t('masters.checkedMasters')}</p>}
      {counts.refused > 0 && good > 0 && <p className="small">{t('masters.refusedStay', { count: counts.refused })}</p>}
      <CountFilter counts={buttons} wanted={wanted} onChange={setWanted} label={t('masters.narrowRows')} />
      <VirtualTable
        key={wanted}
        rows={shown}
        columns={verdictColumns(preview.kind, t)}
        keyOf={row => String(row.row)}
        label={t('masters.rows')}
      />
    </>
  )
}
