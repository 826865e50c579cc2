// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { Quantity } from '../parts/quantity'
import type { Moved, ShortEntry } from './model'

/** An entry in a few words: what it did, with what, from where to where. */
export function EntryWords({ entry, rows = 1 }: { entry: ShortEntry; rows?: number }) {
  const { t } = useTexts()
  const left = entry.moved.length - rows
  const [first] = entry.about ?? []
  return (
    <div>
      <b>{t(`overview.act.${entry.type}`)}</b>{' '}
      {entry.moved.slice(0, rows).map(row => (
        <Words key={`${row.item} ${row.from} ${row.to}`} row={row} />
      ))}
      {first !== undefined && <UnitLink named={first} />}
      {(entry.about?.length ?? 0) > 1 && ` ${t('overview.others', { n: count((entry.about?.length ?? 0) - 1) })}`}
      {entry.moved.length === 0 && entry.vessel}
      {left > 0 && <span className="muted small"> {t('overview.others', { n: count(left) })}</span>}
    </div>
  )
}

/** Places that say nothing to people beyond what the act says. */
const SILENT: ReadonlySet<string> = new Set(['outside', 'scrap', 'adjustment'])

function Words({ row }: { row: Moved }) {
  const places = [
    SILENT.has(row.fromKind) ? null : (row.fromName ?? row.from),
    SILENT.has(row.toKind) ? null : (row.toName ?? row.to),
  ].filter(place => place !== null)
  const single = row.unitId !== undefined && (row.serial !== undefined || row.container !== undefined)
  return (
    <>
      {!single && <Quantity qty={row.qty} unit={row.unit} />} {row.item && <ItemLink code={row.item} name={row.name} />}{' '}
      {row.unitId !== undefined && (
        <UnitLink named={{ id: row.unitId, lot: row.lot, serial: row.serial, container: row.container }} />
      )}{' '}
      <span className="muted">{places.join(' → ')}</span>
    </>
  )
}
