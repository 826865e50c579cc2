// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Ago } from '../parts/when'
import { pathOf } from './addresses'
import { useDoes } from './may'
import type { RecallHead } from './model'
import { OpenCase } from './open-case'
import { useRecalls } from './use-recalls'
import { HowFar, KindWord, StageChip } from './words'

/** The cases: the open ones first, with how far each is. */
export function RecallList() {
  const { t } = useTexts()
  const does = useDoes()
  const [opening, setOpening] = useState(false)
  return (
    <div className="page-parts recall">
      <PageHead
        title={t('shell.to.recalls')}
        over={t('recalls.what')}
        actions={
          does('note') && (
            <Button leftSection={<IconFlag size={16} aria-hidden />} onClick={() => setOpening(true)}>
              {t('recalls.do.open')}
            </Button>
          )
        }
      />
      <ListTabs open="cases" />
      <Cases state="open" />
      <Cases state="closed" />
      {opening && <OpenCase close={() => setOpening(false)} />}
    </div>
  )
}

export function ListTabs({ open }: { open: 'cases' | 'drills' }) {
  const { t } = useTexts()
  return (
    <nav className="tabs no-print" aria-label={t('shell.to.recalls')}>
      <Link to="/recalls" aria-current={open === 'cases' ? 'page' : undefined}>
        {t('recalls.cases')}
      </Link>
      <Link to="/recalls/drills" aria-current={open === 'drills' ? 'page' : undefined}>
        {t('recalls.drills')}
      </Link>
    </nav>
  )
}

/** Drills have a page of their own. */
function Cases({ state }: { state: 'open' | 'closed' }) {
  const { t } = useTexts()
  const { pages, rows } = useRecalls({ state })
  const cases = rows.filter(head => head.kind !== 'mock')
  if (state === 'closed' && pages.data !== undefined && cases.length === 0 && !pages.hasNextPage) {
    return null
  }
  return (
    <Card title={t(state === 'open' ? 'recalls.openCases' : 'recalls.closedCases')}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data !== undefined && cases.length === 0 && (
        <Empty title={t('recalls.noOpenCases')}>{t('recalls.noOpenCasesHow')}</Empty>
      )}
      <ul className="recall-list">
        {cases.map(head => (
          <CaseRow key={head.number} head={head} />
        ))}
      </ul>
      <MoreButton of={pages} />
    </Card>
  )
}

export function CaseRow({ head }: { head: RecallHead }) {
  return (
    <li>
      <div className="recall-list-name">
        <Link to={pathOf(head.number)}>{head.title}</Link>
        <div className="muted small">
          <Code>{head.number}</Code> · <KindWord kind={head.kind} />
        </div>
      </div>
      <div>
        <StageChip stage={head.stage} />
        <HowFar stage={head.stage} />
      </div>
      <div className="muted small">
        <Ago at={head.openedAt} />, {head.openedBy}
      </div>
    </li>
  )
}
