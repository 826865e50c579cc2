// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import type { Holding, Page, UnitSummary } from '../api/model'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { PlaceWord } from './place-word'
import { StatusChip } from './unit-states'

const PAGE = 100

/** What it means to be at a place of a kind. */
const AT = {
  site: 'inStock',
  area: 'inStock',
  bin: 'inStock',
  vessel: 'inStock',
  container: 'packed',
  host: 'installed',
  run: 'consumed',
  partner: 'shipped',
  scrap: 'scrapped',
  adjustment: 'adjusted',
} as const

/** Where it is now: the largest quantities first, and all of them page by page for those who ask. */
export function UnitWhere({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const [all, setAll] = useState(false)
  const rest = useInfiniteQuery({
    queryKey: ['unit', unit.id, 'holdings'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Holding>>(`/units/${unit.id}/holdings`, { limit: PAGE, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
    enabled: all,
  })
  const few = shortened(unit)
  const holdings = (all && rest.data?.pages.flatMap(page => page.items)) || few
  return (
    <Card title={t('lookup.where')}>
      {holdings.length === 0 ? (
        <Empty title={t('lookup.nowhere')} />
      ) : (
        <Rows words={[t('lookup.column.place'), t('lookup.column.state')]} numbers={[t('lookup.column.qty')]}>
          {holdings.map(holding => (
            <HoldingRow key={`${holding.place} ${holding.position}`} holding={holding} unit={unit} />
          ))}
        </Rows>
      )}
      {rest.isError && <ProblemNotice error={rest.error} retry={() => void rest.refetch()} />}
      {(all ? rest.hasNextPage : unit.holdingsMore || few.length < unit.holdings.length) && (
        <Button
          variant="default"
          mt="sm"
          className="no-print"
          loading={rest.isFetching}
          onClick={() => (all ? void rest.fetchNextPage() : setAll(true))}
        >
          {t(all ? 'lookup.showMore' : 'lookup.every')}
        </Button>
      )}
    </Card>
  )
}

/** Runs or hosts that are told one by one; more are one row. */
const ALIKE_MAX = 3

/** The places where it can be had first; what is in many runs or hosts in one row each. */
function shortened(unit: UnitSummary): Holding[] {
  const { holdings, totals } = unit
  const of = (kind: string) => holdings.filter(holding => holding.kind === kind)
  const together = (kind: 'run' | 'host', place: string, qty: string) =>
    of(kind).length > ALIKE_MAX ? [{ place, kind, qty }] : of(kind)
  return [
    ...holdings.filter(({ kind }) => kind in AT && AT[kind as keyof typeof AT] === 'inStock'),
    ...holdings.filter(({ kind }) => kind !== 'run' && kind !== 'host' && AT[kind as keyof typeof AT] !== 'inStock'),
    ...together('host', 'hosts', totals.installed),
    ...together('run', 'runs', totals.consumed),
  ]
}

function HoldingRow({ holding, unit }: { holding: Holding; unit: UnitSummary }) {
  const { t } = useTexts()
  const at = AT[holding.kind as keyof typeof AT] as (typeof AT)[keyof typeof AT] | undefined
  const stopped = unit.holds.length > 0 && (at === 'inStock' || at === 'packed')
  return (
    <tr>
      <td>
        <PlaceWord code={holding.place} kind={holding.kind} name={holding.name} />
        {holding.position && <span className="muted small"> {holding.position}</span>}
        {holding.within && holding.within.length > 0 && (
          <span className="muted small unit-within">
            {holding.within.map(place => (
              <span key={place}>
                {' '}
                {t('lookup.in')} <PlaceWord code={place} />
              </span>
            ))}
          </span>
        )}
      </td>
      <td>{stopped ? <StateChip state="held">{t('lookup.held')}</StateChip> : at && <StatusChip status={at} />}</td>
      <td className="num">
        <Quantity qty={holding.qty} unit={unit.unit} />
      </td>
    </tr>
  )
}
