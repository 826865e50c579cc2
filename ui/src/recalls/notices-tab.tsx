// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type Column, RecordList } from '../masters/record-list'
import { languageName } from '../parts/fields'
import { Empty } from '../parts/notices'
import { Card } from '../parts/page'
import { type State, StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { pathOf } from './addresses'
import { useDoes, useMay } from './may'
import type { Notice, NoticeState, Recall } from './model'
import { NoticeForm } from './notice-form'
import { apiPath, useNotices } from './use-recalls'

const SIGNS = { waiting: 'held', sent: 'ok', failed: 'bad', printed: 'ok' } as const satisfies Record<
  NoticeState,
  State
>

export function NoticeChip({ state }: { state: NoticeState }) {
  const { t } = useTexts()
  return <StateChip state={SIGNS[state]}>{t(`recalls.noticeState.${state}`)}</StateChip>
}

/** Who was told by what and when, and the form that tells those who were not. */
export function NoticesTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const does = useDoes()
  const { counts } = recall
  const list = useNotices(recall.number)
  return (
    <>
      {may('notify') && (
        <Card
          title={t('recalls.makeNotices')}
          aside={t('recalls.toldN', { n: count(counts.told), all: count(counts.consignees) })}
        >
          <NoticeForm recall={recall} />
        </Card>
      )}
      <div className="recall-list-head">
        <h2 className="card-title">{t('recalls.noticesMadeSoFar')}</h2>
        {does('answer') && list.rows.some(notice => notice.channel === 'letter') && (
          <Button
            component="a"
            href={`/api/v1${apiPath(recall.number)}/letters.pdf`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            className="no-print"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {t('recalls.allLetters')}
          </Button>
        )}
      </div>
      <RecordList
        pages={list}
        columns={useColumns(recall)}
        keyOf={notice => String(notice.n)}
        label={t('recalls.tab.notices')}
        empty={<Empty title={t('recalls.noNotices')} />}
      />
    </>
  )
}

function useColumns(recall: Recall): Column<Notice>[] {
  const { t } = useTexts()
  // Who has a letter has the link by which its receiver answers.
  const does = useDoes()
  return [
    {
      head: t('recalls.column.consignee'),
      cell: one => (
        <>
          <Link to={pathOf(recall.number, 'consignees', { consignee: one.consignee })}>{one.name}</Link>
          <div className="muted small">{one.address}</div>
        </>
      ),
    },
    {
      head: t('recalls.column.notice'),
      cell: one => (
        <>
          {t(`recalls.noticeKind.${one.kind}`)} · {t(`recalls.channel.${one.channel}`)}
          <div className="muted small">
            {languageName(one.language)}
            {one.channel === 'letter' && does('answer') && (
              <>
                {' · '}
                <a
                  href={`/api/v1${apiPath(recall.number)}/notices/${one.n}/letter.pdf`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t('recalls.letterOf', { who: one.name })}
                >
                  PDF
                </a>
              </>
            )}
          </div>
        </>
      ),
      wide: true,
    },
    {
      head: t('recalls.column.state'),
      cell: one => (
        <>
          <NoticeChip state={one.state} />
          {one.detail !== undefined && <div className="muted small">{one.detail}</div>}
        </>
      ),
    },
    {
      head: t('recalls.column.when'),
      cell: one => one.at !== undefined && <Moment at={one.at} />,
      wide: true,
    },
  ]
}
