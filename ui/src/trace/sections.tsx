// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Tabs } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import type { TraceAnswer } from './model'
import { ConsigneeTable, ItemTable, PlaceTable } from './tables'
import { UnitList } from './units'
import type { Items, useTrace } from './use-trace'

const SECTIONS = ['consignees', 'places', 'items', 'sources', 'units'] as const

type Section = (typeof SECTIONS)[number]

/** The answer by item, place, consignee, source and unit. The first that has rows is open; the address can say another. */
export function Sections(props: {
  trace: ReturnType<typeof useTrace>
  answer: TraceAnswer
  items: Items
  seedUnit?: string
}) {
  const { trace, answer, items, seedUnit } = props
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const sizes = sizesOf(answer)
  const order: Section[] =
    answer.policy.direction === 'forward' ? [...SECTIONS] : ['sources', 'items', 'units', 'places', 'consignees']
  const chosen = SECTIONS.find(section => section === params.get('show'))
  const shown = chosen ?? order.find(section => sizes[section] > 0) ?? 'items'

  const show = (section: string | null) =>
    setParams(
      now => {
        const next = new URLSearchParams(now)
        next.set('show', section ?? 'items')
        return next
      },
      { replace: true },
    )

  return (
    <section className="card trace-sections" aria-label={t('trace.sections')}>
      <Tabs value={shown} onChange={show} keepMounted={false}>
        <Tabs.List className="trace-tabs">
          {order.map(section => (
            <Tabs.Tab key={section} value={section}>
              {t(`trace.show.${section}`)} <span className="muted small">{count(sizes[section])}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="consignees">
          <ConsigneeTable rows={answer.summary.consignees} items={items} />
        </Tabs.Panel>
        <Tabs.Panel value="places">
          <PlaceTable rows={answer.summary.onHand} items={items} empty={t('trace.noPlaces')} />
        </Tabs.Panel>
        <Tabs.Panel value="items">
          <ItemTable rows={answer.summary.byItem} items={items} />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <PlaceTable rows={answer.summary.sources} items={items} empty={t('trace.noSources')} sources />
        </Tabs.Panel>
        <Tabs.Panel value="units">
          <UnitList trace={trace} direction={answer.policy.direction} items={items} seedUnit={seedUnit} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

function sizesOf({ summary, units, next }: TraceAnswer): Record<Section, number> {
  return {
    consignees: new Set(summary.consignees.map(row => row.partner)).size,
    places: new Set(summary.onHand.map(row => row.place)).size,
    items: summary.byItem.length,
    sources: summary.sources.length,
    units: next === undefined ? units.length : Math.max(units.length, summary.lots + summary.serials),
  }
}
