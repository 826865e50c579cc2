// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'
import { Link } from 'react-router'
import { address } from '../api/client'
import type { ShortUnit } from '../api/model'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code, numberOf } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { shortPlace } from './place-word'
import { isZero } from './unit-figures'
import type { UnitQuery } from './unit-query'
import { UnitStates } from './unit-states'
import { useLongList } from './use-long-list'

/** The height of a row at a desk, and of its two lines on a phone, in pixels. */
const ROW = { wide: 42, narrow: 68 }

const COLUMNS = ['number', 'item', 'state', 'place', 'onHand', 'expiry'] as const

/** Units, as many as there are: a million serials scroll. */
export function UnitList({ query }: { query: UnitQuery }) {
  const { t } = useTexts()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = narrow ? ROW.narrow : ROW.wide
  const list = useLongList<ShortUnit>('/units', { ...query, view: 'short' }, rowHeight, scroller)

  return (
    <section className="card unit-list">
      <div className="unit-list-head">
        <h2>{t('lookup.units')}</h2>
        <span className="muted small no-print">
          {t('lookup.export')} <a href={address('/api/v1/units.csv', query)}>CSV</a>{' '}
          <a href={address('/api/v1/units.xlsx', query)}>XLSX</a>
        </span>
      </div>
      {list.answer.isError && <ProblemNotice error={list.answer.error} retry={() => void list.answer.refetch()} />}
      {list.isEmpty ? (
        <Empty title={t('lookup.noUnits')}>{t('lookup.noUnitsWhy')}</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section ref={scroller} className="unit-scroll" tabIndex={0} aria-label={t('lookup.units')}>
          <table aria-rowcount={-1} aria-busy={list.answer.isFetching}>
            <thead>
              <tr className="unit-row">
                {COLUMNS.map(column => (
                  <th key={column} className={column === 'onHand' ? 'num' : undefined}>
                    {t(`lookup.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody style={{ height: list.height }}>
              {list.near.map(row => (
                <tr
                  key={row.key}
                  aria-rowindex={row.key + 2}
                  className="unit-row unit-line"
                  style={{ height: rowHeight, transform: `translateY(${row.top}px)` }}
                >
                  {row.value === undefined ? (
                    <td className="muted small">{t('parts.waiting')}</td>
                  ) : (
                    <UnitCells unit={row.value} />
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {list.answer.isPending && (
            <div className="unit-waiting">
              <Waiting rows={8} />
            </div>
          )}
        </section>
      )}
    </section>
  )
}

function UnitCells({ unit }: { unit: ShortUnit }) {
  const { t } = useTexts()
  return (
    <>
      <td className="unit-number">
        <Link to={`/units/${unit.id}`} className="code">
          {numberOf(unit)}
        </Link>
      </td>
      <td className="unit-item muted">{unit.name ?? unit.item ?? t(`lookup.kind.${unit.kind}`)}</td>
      <td className="unit-state">
        <UnitStates unit={unit} />
      </td>
      <td className="unit-place">
        {unit.place && <Code>{shortPlace(unit.place)}</Code>}
        {unit.placeCount > 1 && (
          <span className="muted small"> {t('lookup.morePlaces', { count: unit.placeCount - 1 })}</span>
        )}
      </td>
      <td className={isZero(unit.onHand) ? 'unit-hand num muted' : 'unit-hand num'}>
        {unit.kind === 'container' ? '' : <Quantity qty={unit.onHand} unit={unit.unit} />}
      </td>
      <td className="unit-expiry">{unit.expiry && day(unit.expiry)}</td>
    </>
  )
}
