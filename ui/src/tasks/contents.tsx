// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api, segment } from '../api/client'
import type { Content, Page } from '../api/model'
import { questions } from '../api/questions'
import { quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { numberOf } from '../parts/code'
import { Empty, ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'

const PAGE = 200

function page(unit: string, cursor: string | undefined) {
  return api.get<Page<Content>>(`/units/${segment(unit)}/contents`, { limit: PAGE, cursor })
}

/** How much of a container is taken out at once, at most. */
const PAGES_MAX = 25

/** All that is directly in a unit, as far as one act should take it. */
export async function contentsOf(unit: string): Promise<Content[]> {
  const all: Content[] = []
  let cursor: string | undefined
  for (let i = 0; i < PAGES_MAX; i++) {
    const next = await page(unit, cursor)
    all.push(...next.items)
    cursor = next.nextCursor
    if (cursor === undefined) {
      break
    }
  }
  return all
}

/** Whether something is directly in a unit; asked for every scan, so the answer is kept for a moment. */
export async function isIn(unit: string, inner: string | undefined): Promise<boolean> {
  const all = await questions.fetchQuery({ queryKey: ['tasks', 'contents', unit], queryFn: () => contentsOf(unit) })
  return all.some(content => content.id === inner)
}

type ContentsProps = {
  unit: string
  title: string
  taken: (content: Content) => boolean
  onTake?: (content: Content) => void
  onTakeAll?: () => void
}

/** What is directly in a container or a host now, to be taken out by a tap. */
export function Contents({ unit, title, taken, onTake, onTakeAll }: ContentsProps) {
  const { t } = useTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['tasks', 'contents', unit, 'pages'],
    queryFn: ({ pageParam }) => page(unit, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextCursor,
  })
  const rows = data?.pages.flatMap(one => one.items)
  if (error !== null) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  return rows === undefined ? null : (
    <Card title={title} aside={onTakeAll && rows.length > 0 && <TakeAll onClick={onTakeAll} />}>
      {rows.length === 0 && <Empty title={t('tasks.isEmpty')} />}
      <ul className="choices">
        {rows.map(content => {
          const done = taken(content)
          return (
            <li key={content.id}>
              <UnstyledButton
                className="choice"
                aria-pressed={done}
                onClick={() => onTake?.(content)}
                disabled={done || onTake === undefined}
              >
                <span className="choice-words">
                  <span className="code">{numberOf(content)}</span>
                  <span className="muted small">
                    {[content.name, !content.serial && !content.container && quantity(content.qty), content.position]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {content.held && <StateChip state="held">{t('tasks.held')}</StateChip>}
                {done && <IconCheck size={18} aria-hidden />}
                {!done && onTake !== undefined && <IconPlus size={18} aria-hidden />}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {t('tasks.showMore')}
        </Button>
      )}
    </Card>
  )
}

function TakeAll({ onClick }: { onClick: () => void }) {
  const { t } = useTexts()
  return (
    <Button variant="light" size="md" onClick={onClick}>
      {t('tasks.takeAll')}
    </Button>
  )
}
