// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api } from '../api/client'
import { count } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { summaryQuestion } from '../lookup/unit-questions'
import { Code, numberOf } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { type State, StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { ItemField } from '../tasks/fields'
import { LabelsHead } from './head'
import type { Print } from './model'

const PRINTS_A_PAGE = 50

/** Everything that was printed, the newest first: who, what, where to and why. */
export function Prints() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? undefined
  const item = params.get('item') ?? undefined
  const pages = useInfiniteQuery({
    queryKey: ['prints', unit, item],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: Print[]; nextCursor?: string }>(
        '/prints',
        { unit, item, limit: PRINTS_A_PAGE, cursor: pageParam || undefined },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
  const prints = pages.data?.pages.flatMap(page => page.items)
  const narrow = (key: 'unit' | 'item', value: string) =>
    setParams(
      now => {
        const next = new URLSearchParams(now)
        value === '' ? next.delete(key) : next.set(key, value)
        return next
      },
      { replace: true },
    )
  return (
    <>
      <LabelsHead tab="prints" />
      <div className="label-filters no-print">
        <ItemField label={t('labels.ofItem')} value={item ?? ''} onChange={code => narrow('item', code)} />
        {unit !== undefined && <OfUnit id={unit} drop={() => narrow('unit', '')} />}
      </div>
      {pages.isError && pages.data === undefined ? (
        <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      ) : (
        <section className="card">
          {prints === undefined ? (
            <Waiting />
          ) : prints.length === 0 ? (
            <Empty title={t('labels.noPrints')}>{t('labels.noPrintsWhy')}</Empty>
          ) : (
            <ul className="print-list">
              {prints.map(print => (
                <PrintRow key={print.print} print={print} />
              ))}
            </ul>
          )}
          <MoreButton of={pages} />
        </section>
      )}
    </>
  )
}

/** The unit that the list is narrowed to, which one comes with from its page. */
function OfUnit({ id, drop }: { id: string; drop: () => void }) {
  const { t } = useTexts()
  const { data } = useQuery(summaryQuestion(id))
  return (
    <div className="label-of-unit">
      <span>
        {t('labels.ofUnit')} <Link to={`/units/${id}`}>{data === undefined ? id : <Code>{numberOf(data)}</Code>}</Link>
      </span>
      <Button variant="subtle" size="compact-sm" onClick={drop}>
        {t('labels.allUnits')}
      </Button>
    </div>
  )
}

function PrintRow({ print }: { print: Print }) {
  const { t } = useTexts()
  return (
    <li>
      <div className="print-what">
        <Link to={`/labels/prints/${print.print}`}>
          {t('labels.labelCount', { count: print.labels, n: count(print.labels) })}
        </Link>
        <div className="muted small">
          {print.template} · {whereTo(print, t)}
        </div>
      </div>
      <div className="small">
        {print.reason}
        <div className="muted">
          <Ago at={print.at} /> · {print.by}
        </div>
      </div>
      <PrintStateChip state={print.state} />
    </li>
  )
}

export function whereTo({ format, printer }: Print, t: Texts): string {
  return printer === undefined ? format.toUpperCase() : t('labels.onPrinter', { printer })
}

const STATES: Record<Print['state'], State> = { made: 'ok', sent: 'ok', sending: 'held', failed: 'bad' }

export function PrintStateChip({ state }: { state: Print['state'] }) {
  const { t } = useTexts()
  return (
    <span>
      <StateChip state={STATES[state]}>{t(`labels.state.${state}`)}</StateChip>
    </span>
  )
}
