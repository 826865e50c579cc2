// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { RecordList, type usePages } from '../masters/record-list'
import { Code, ItemLink } from '../parts/code'
import { Ago } from '../parts/when'
import { pathOf, type Tab } from './addresses'
import type { RecordHead } from './model'

/** Records of one kind, newest first. */
export function RecordTable(props: {
  tab: Tab
  pages: ReturnType<typeof usePages<RecordHead>>
  chip: (state: string, row: RecordHead) => ReactNode
  empty: ReactNode
}) {
  const { tab, pages, chip, empty } = props
  const { t } = useTexts()
  return (
    <RecordList<RecordHead>
      pages={pages}
      label={t(`quality.tab.${tab}`)}
      keyOf={row => row.number}
      empty={empty}
      columns={[
        {
          head: t('quality.field.what'),
          cell: row => (
            <div className="quality-head">
              <Link to={pathOf(tab, row.number)}>{row.title}</Link>
              <div className="muted small">
                <Code>{row.number}</Code>
              </div>
            </div>
          ),
        },
        {
          head: t('quality.field.about'),
          cell: row => (
            <>
              {row.item !== undefined && <ItemLink code={row.item} />}{' '}
              <span className="code">{row.lot ?? row.run}</span>
            </>
          ),
          wide: true,
        },
        { head: t('quality.field.state'), cell: row => chip(row.state, row) },
        {
          head: t('quality.field.opened'),
          cell: row => (
            <span className="muted small">
              {row.openedBy}, <Ago at={row.openedAt} />
            </span>
          ),
          wide: true,
        },
      ]}
    />
  )
}
