// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import type { Question } from '../trace/question'
import { UnitRow } from '../trace/units'
import { useItems } from '../trace/use-trace'
import { Why } from '../trace/why'
import { useVersionUnits } from './use-scopes'

/** The units of a version as they were frozen, page by page; why each is in it is asked of the ledger of then. */
export function VersionUnits(props: { id: string; version: number; question: Question }) {
  const { id, version, question } = props
  const { t } = useTexts()
  const pages = useVersionUnits(id, version)
  const units = pages.data?.pages.flatMap(page => page.items) ?? []
  const items = useItems([
    ...units.flatMap(unit => unit.item ?? []),
    ...(question.seed.item ? [question.seed.item] : []),
  ])
  if (pages.isError && units.length === 0) {
    return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) {
    return <Waiting />
  }
  if (units.length === 0) {
    return <Empty title={t('trace.noUnits')} />
  }
  return (
    <>
      <ul className="scope-rows">
        {units.map(unit => (
          <li key={unit.unit}>
            <UnitRow
              unit={unit}
              direction={question.direction}
              items={items}
              seedUnit={items.get(question.seed.item ?? '')?.unit}
            />
          </li>
        ))}
      </ul>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.fetchNextPage()} />}
      <MoreButton of={pages} />
      <Why question={question} items={items} />
    </>
  )
}
