// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client'
import type { Content, Page, RecallTag, UnitSummary } from '../api/model'
import { useTexts } from '../i18n/texts'
import { ItemLink, type Named, UnitLink } from '../parts/code'
import { Empty, ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { RecallChips } from '../parts/recalled'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import type { Step } from './model'
import { MoreButton } from './more-button'
import { stepsAfter, stepsQuestion } from './unit-questions'

/** What it is made of: what is in it now, and what went into the runs that it came out of. */
export function PartsOf({ id }: { id: string }) {
  const { t } = useTexts()
  return <StepsCard title={t('lookup.parts')} path={`/units/${id}/parts`} />
}

/** What it is in now, and what came out of the runs that it went into. */
export function UsesOf({ id }: { id: string }) {
  const { t } = useTexts()
  return <StepsCard title={t('lookup.uses')} path={`/units/${id}/uses`} />
}

/** Steps down or up; where there are none the page says nothing. */
function StepsCard({ title, path }: { title: string; path: string }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery(stepsQuestion(path))
  const rows = answer.data?.pages.flatMap(page => page.rows) ?? []
  if (answer.isPending || (rows.length === 0 && !answer.isError && !answer.hasNextPage)) {
    return null
  }
  return (
    <Card title={title}>
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      <Rows words={[t('lookup.column.number'), t('lookup.column.how')]} numbers={[t('lookup.column.qty')]}>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same unit may have gone in twice
          <StepRow key={`${row.unit.unit} ${row.seq} ${i}`} row={row} />
        ))}
      </Rows>
      <MoreButton of={answer} />
    </Card>
  )
}

/** A unit by its number, and what it is. */
function UnitCell(props: { named: Named; item?: string; name?: string; recalls?: RecallTag[] }) {
  const { named, item, name, recalls } = props
  return (
    <td className="pair">
      <UnitLink named={named} />
      <RecallChips recalls={recalls} />
      {item && (
        <div className="small">
          <ItemLink code={item} name={name} />
        </div>
      )}
    </td>
  )
}

function StepRow({ row }: { row: Step }) {
  const { t } = useTexts()
  return (
    <tr>
      <UnitCell named={row.unit} item={row.item} name={row.name} recalls={row.recalls} />
      <td className="pair">
        {t(`lookup.how.${row.how}`)}
        {row.position && <span className="muted small"> {row.position}</span>}
        {row.run && <div className="muted small code">{row.run}</div>}
        {row.at && (
          <div className="small">
            {row.seq === undefined ? <Ago at={row.at} /> : <EntryAgo seq={row.seq} at={row.at} />}
          </div>
        )}
        {(row.precision === 'order' || row.precision === 'window') && (
          <div className="small">
            <StateChip state="unknown">{t(`lookup.precision.${row.precision}`)}</StateChip>
          </div>
        )}
      </td>
      <td className="num">
        <Quantity qty={row.qty} />
      </td>
    </tr>
  )
}

function EntryAgo({ seq, at }: { seq: number; at: string }) {
  return (
    <Link to={`/entries/${seq}`}>
      <Ago at={at} />
    </Link>
  )
}

/** What is directly in a container, with what is held marked. */
export function Contents({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery({
    queryKey: ['unit', unit.id, 'contents'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Content>>(`/units/${unit.id}/contents`, stepsAfter(pageParam), signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
    enabled: unit.contents > 0,
  })
  const rows = answer.data?.pages.flatMap(page => page.items) ?? []
  return (
    <Card title={t('lookup.contents')}>
      {unit.contents === 0 && <Empty title={t('lookup.isEmpty')} />}
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      {rows.length > 0 && (
        <Rows words={[t('lookup.column.number'), t('lookup.column.state')]} numbers={[t('lookup.column.qty')]}>
          {rows.map(row => (
            <tr key={row.id}>
              <UnitCell named={row} item={row.item} name={row.name} />
              <td>
                <RecallChips recalls={row.recalls} />
                {row.held && <StateChip state="held">{t('lookup.held')}</StateChip>}
              </td>
              <td className="num">
                <Quantity qty={row.qty} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
      <MoreButton of={answer} />
    </Card>
  )
}
