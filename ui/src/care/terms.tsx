// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { RecordList } from '../masters/record-list'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { oneOf } from '../quality/words'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { TERM_KINDS, type Term } from './model'
import { periodWords } from './periods'
import { scopeWords } from './promise'
import { CareTabs } from './tabs'
import { useTerms } from './use-care'
import { whatWord } from './words'

/** What we promise, what the law says, what was sold beside it, and what suppliers promise us. */
export function Terms() {
  const { t } = useTexts()
  const maySettle = useMe().may.includes('settle')
  const pages = useTerms()
  const covers = (term: Term) =>
    term.coverages
      .map(one => [whatWord(one.what, t), one.period === undefined ? '' : periodWords(one.period, t)].join(' ').trim())
      .join(', ')
  return (
    <div className="page-parts care">
      <PageHead
        title={t('care.tab.terms')}
        over={t('care.termsWhat')}
        actions={
          maySettle && (
            <Button component={Link} to="/care/new-term" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('care.do.newTerm')}
            </Button>
          )
        }
      />
      <CareTabs open="terms" />
      <RecordList<Term>
        pages={pages}
        label={t('care.tab.terms')}
        keyOf={row => row.code}
        empty={<Empty title={t('care.noTerms')}>{t('care.noTermsHow')}</Empty>}
        columns={[
          {
            head: t('care.field.term'),
            cell: row => (
              <div className="care-head">
                <Link to={pathOf('terms', row.code)}>{row.name}</Link>
                <div className="muted small">
                  <Code>{row.code}</Code>
                </div>
              </div>
            ),
          },
          {
            head: t('care.field.kind'),
            cell: row => (
              <span className="care-chips">
                {t(`care.kind.${oneOf(TERM_KINDS, row.kind) ?? 'commercial'}`)}
                {!row.active && <StateChip state="gone">{t('care.inactive')}</StateChip>}
              </span>
            ),
          },
          { head: t('care.field.covers'), cell: covers, wide: true },
          { head: t('care.field.for'), cell: row => scopeWords(row.scope, t).join('; '), wide: true },
        ]}
      />
    </div>
  )
}
