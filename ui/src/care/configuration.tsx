// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitSummary } from '../api/model'
import { useTexts } from '../i18n/texts'
import type { Step } from '../lookup/model'
import { MoreButton } from '../lookup/more-button'
import { stepsQuestion } from '../lookup/unit-questions'
import { ItemLink, UnitLink } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import type { CoveredPart } from './model'
import { CoverChip } from './words'

/** What is in it now, opened part by part, with what is covered of each. */
export function ConfigurationCard({ unit, parts }: { unit: UnitSummary; parts: CoveredPart[] }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery(stepsQuestion(`/units/${unit.id}/parts`))
  const rows = answer.data?.pages.flatMap(page => page.rows) ?? []
  if (answer.isPending || (rows.length === 0 && !answer.isError)) {
    return null
  }
  return (
    <Card title={t('care.configuration')}>
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      <ul className="care-tree">
        {rows.map(row => (
          <Branch key={`${row.unit.unit} ${row.seq} ${row.position}`} row={row} parts={parts} depth={0} />
        ))}
      </ul>
      <MoreButton of={answer} />
    </Card>
  )
}

/** Deeper than this nothing is built; a ring in the genealogy must not open without end. */
const DEPTH_MAX = 12

type BranchProps = { row: Step; parts: CoveredPart[]; depth: number }

function Branch({ row, parts, depth }: BranchProps) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const covered = parts.find(part => part.unit.unit === String(row.unit.unit))
  const number = row.unit.serial ?? row.unit.lot ?? row.item ?? ''
  return (
    <li>
      <div className="care-branch">
        {depth < DEPTH_MAX && row.unit.unit !== undefined ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-expanded={open}
            aria-label={t('care.open', { number })}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </ActionIcon>
        ) : (
          <span className="care-leaf" />
        )}
        <span className="care-name">
          <UnitLink named={row.unit} />{' '}
          <span className="small">{row.item !== undefined && <ItemLink code={row.item} name={row.name} />}</span>
          {row.position !== undefined && <span className="muted small"> · {row.position}</span>}
          {row.unit.serial === undefined && (
            <span className="muted small">
              {' '}
              · <Quantity qty={row.qty} />
            </span>
          )}
        </span>
        {covered !== undefined && <CoverChip state={covered.state} until={covered.until} />}
      </div>
      {open && row.unit.unit !== undefined && <Below unit={String(row.unit.unit)} parts={parts} depth={depth + 1} />}
    </li>
  )
}

function Below({ unit, parts, depth }: { unit: string; parts: CoveredPart[]; depth: number }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery(stepsQuestion(`/units/${unit}/parts`))
  const rows = answer.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <div className="care-below">
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      {answer.isSuccess && rows.length === 0 && <p className="muted small">{t('care.nothingInIt')}</p>}
      <ul className="care-tree">
        {rows.map(row => (
          <Branch key={`${row.unit.unit} ${row.seq} ${row.position}`} row={row} parts={parts} depth={depth} />
        ))}
      </ul>
      <MoreButton of={answer} />
    </div>
  )
}
