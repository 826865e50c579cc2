// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { numberOf, UnitLink } from '../parts/code'
import { Empty, ProblemNotice } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { RecallChips } from '../parts/recalled'
import type { Direction, Holding, Reached } from './model'
import { AnyPlace } from './rows'
import type { Items, useTrace } from './use-trace'

const ROW_PX = 66
const HOLDINGS = 3

/** The units of the answer; pages are asked for as they come into sight, and only rows in sight are there. */
export function UnitList(props: {
  trace: ReturnType<typeof useTrace>
  direction: Direction
  items: Items
  seedUnit?: string
}) {
  const { trace, direction, items, seedUnit } = props
  const { t } = useTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const units = trace.data?.pages.flatMap(page => page.answer.units) ?? []
  const virtual = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: i => units[i]?.unit ?? i,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = trace
  useEffect(() => {
    if (last >= units.length - 1 && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage()
    }
  }, [last, units.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  if (units.length === 0) {
    return <Empty title={t('trace.noUnits')} />
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section ref={scroller} className="trace-units" tabIndex={0} aria-label={t('trace.show.units')}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {rows.map(row => {
            const unit = units[row.index]
            return unit === undefined ? null : (
              <li
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <UnitRow unit={unit} direction={direction} items={items} seedUnit={seedUnit} />
              </li>
            )
          })}
        </ul>
      </section>
      {isFetchingNextPage && (
        <p className="muted small" role="status">
          {t('trace.moreUnits')}
        </p>
      )}
      {isFetchNextPageError && <ProblemNotice error={trace.error} retry={() => void fetchNextPage()} />}
    </>
  )
}

export function UnitRow(props: { unit: Reached; direction: Direction; items: Items; seedUnit?: string }) {
  const { unit, direction, items, seedUnit } = props
  const { t } = useTexts()
  const [, setParams] = useSearchParams()
  const item = unit.item === undefined ? undefined : items.get(unit.item)
  const why = () =>
    setParams(now => {
      const next = new URLSearchParams(now)
      next.set('why', unit.unit)
      return next
    })
  return (
    <div className="trace-unit">
      <div className="trace-unit-name">
        <UnitLink named={unit} />
        {unit.twin !== undefined && <span className="small"> {t('trace.twin', { n: unit.twin })}</span>}
        <div className="muted small">
          {[item?.name ?? unit.item, unit.serial !== undefined && unit.lot].filter(Boolean).join(' · ')}
        </div>
        <RecallChips recalls={unit.recalls} />
      </div>
      <div className="trace-unit-where">
        <Where unit={unit} itemUnit={item?.unit} />
      </div>
      <div className="trace-unit-how small">
        {t(`trace.relation.${direction}.${unit.relation}`)} · {t(`trace.precision.${unit.precision}`)}
        <div className="muted">
          {unit.since !== 'unknown' && t('trace.since', { day: day(unit.since) })}
          {unit.until !== undefined && ` ${t('trace.until', { day: day(unit.until) })}`}
        </div>
      </div>
      {unit.amount !== undefined && (
        <div className="trace-unit-amount num">
          <Quantity qty={unit.amount.expected} unit={direction === 'forward' ? seedUnit : item?.unit} />
          <div className="muted small">
            {unit.amount.min === unit.amount.max
              ? t('trace.exactly')
              : t('trace.between', { min: quantity(unit.amount.min), max: quantity(unit.amount.max) })}
          </div>
        </div>
      )}
      <Button
        variant="subtle"
        size="sm"
        className="no-print trace-unit-why"
        leftSection={<IconRoute size={16} aria-hidden />}
        onClick={why}
        aria-label={t('trace.whyOf', { number: numberOf(unit) })}
      >
        {t('trace.why')}
      </Button>
    </div>
  )
}

/** Where its reached part is now: the first places, innermost first. */
export function Where({ unit, itemUnit }: { unit: Reached; itemUnit?: string }) {
  const { t } = useTexts()
  const shown = unit.holdings.slice(0, HOLDINGS)
  return (
    <>
      {shown.map(holding => (
        <div key={holding.place + holding.qty}>
          {unit.serial === undefined && unit.container === undefined && (
            <>
              <Quantity qty={holding.qty} unit={itemUnit} />{' '}
            </>
          )}
          <HeldAt unit={unit} holding={holding} />
        </div>
      ))}
      {unit.holdings.length > HOLDINGS && (
        <div className="muted small">{t('trace.morePlaces', { n: unit.holdings.length - HOLDINGS })}</div>
      )}
      {unit.holdings.length === 0 && unit.relation === 'member' && (
        <span className="muted small">{t('trace.asSerials')}</span>
      )}
    </>
  )
}

function HeldAt({ unit, holding }: { unit: Reached; holding: Holding }) {
  const { t } = useTexts()
  const around = holding.within.at(-1)
  const inside = unit.containers.filter(stay => stay.to === undefined).at(-1)
  switch (holding.kind) {
    case 'host':
    case 'container':
      return (
        <>
          {t('trace.in')} {inside === undefined ? holding.place : <UnitLink named={inside.in} />}
          {inside?.position !== undefined && <span className="muted small"> ({inside.position})</span>}
          {around !== undefined && (
            <>
              {' '}
              {t('trace.at')} <AnyPlace code={around} />
            </>
          )}
        </>
      )
    case 'run':
      return (
        <>
          {t('trace.usedIn')} <span className="code">{holding.place}</span>
        </>
      )
    default:
      return (
        <>
          {t('trace.at')} <AnyPlace code={holding.place} />
        </>
      )
  }
}
