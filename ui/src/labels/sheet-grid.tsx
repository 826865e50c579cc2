// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { cellsOf, lastPageOf, sheetsNeeded } from './sheets'

/** The sheet as it lies in the printer: one presses where the first label goes; what is used and filled is seen. */
export function SheetGrid(props: {
  columns: number
  rows: number
  start: number
  labels: number
  onStart: (start: number) => void
}) {
  const { columns, rows, start, labels, onStart } = props
  const { t } = useTexts()
  const pages = sheetsNeeded({ columns, rows }, start, labels)
  return (
    <fieldset className="sheet">
      <legend>{t('labels.start')}</legend>
      <div className="sheet-cells" style={{ gridTemplateColumns: `repeat(${columns}, minmax(24px, 1fr))` }}>
        {cellsOf({ columns, rows }, start, labels).map(({ position, state }) => (
          <label key={position} data-cell={state}>
            <input
              type="radio"
              name="sheet-start"
              value={position}
              checked={position === start}
              onChange={() => onStart(position)}
              aria-label={t('labels.position', {
                position,
                row: Math.ceil(position / columns),
                column: ((position - 1) % columns) + 1,
              })}
            />
            <span aria-hidden>{position}</span>
          </label>
        ))}
      </div>
      <div className="muted small">
        {t('labels.sheets', { count: pages })}
        {pages > 1 && ` · ${t('labels.lastSheet', { count: lastPageOf({ columns, rows }, start, labels) })}`}
      </div>
    </fieldset>
  )
}
