// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api, segment } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { MoreButton } from '../lookup/more-button'
import { Code, ItemLink, PlaceLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import type { PrintLine, PrintPage } from './model'
import { PrintStateChip, whereTo } from './prints'

const LINES_A_PAGE = 200

/** One print with its labels, and of each whether it was a first one or another copy. */
export function OnePrint() {
  const { print: id = '' } = useParams()
  const { t } = useTexts()
  const answer = useInfiniteQuery({
    queryKey: ['prints', 'one', id],
    queryFn: ({ pageParam, signal }) =>
      api.get<PrintPage>(`/prints/${segment(id)}`, { limit: LINES_A_PAGE, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
  const print = answer.data?.pages[0]?.print
  if (answer.isError && print === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (print === undefined) {
    return <Waiting rows={6} />
  }
  return (
    <div className="page-parts">
      <PageHead
        title={t('labels.labelCount', { count: print.labels, n: count(print.labels) })}
        over={<Link to="/labels/prints">{t('labels.tab.prints')}</Link>}
        states={<PrintStateChip state={print.state} />}
      />
      <Card>
        <Facts
          facts={[
            [t('labels.when'), <Moment key="at" at={print.at} />],
            [t('labels.who'), print.by],
            [t('labels.reason'), print.reason],
            [
              t('labels.template'),
              <Link key="template" to={`/labels/templates/${segment(print.template)}`}>
                {print.template}
              </Link>,
            ],
            [t('labels.to'), whereTo(print, t)],
            [t('labels.whyFailed'), print.detail],
          ]}
        />
      </Card>
      <Card title={t('labels.what')}>
        <Rows words={[t('labels.what'), t('labels.field.item'), t('labels.field.lot')]} numbers={[t('labels.copy')]}>
          {answer.data?.pages
            .flatMap(page => page.lines)
            .map(line => (
              <LineRow key={line.n} line={line} />
            ))}
        </Rows>
        <MoreButton of={answer} />
      </Card>
    </div>
  )
}

function LineRow({ line }: { line: PrintLine }) {
  const { t } = useTexts()
  const { item, lot, serial, container, place } = line
  return (
    <tr>
      <td>
        {place === undefined ? <Code>{serial ?? container ?? lot ?? item ?? ''}</Code> : <PlaceLink code={place} />}
      </td>
      <td>{item !== undefined && <ItemLink code={item} />}</td>
      <td>{lot !== undefined && <Code>{lot}</Code>}</td>
      <td className="num">
        {line.copy > 1 ? (
          <StateChip state="held">{t('labels.nth', { n: count(line.copy) })}</StateChip>
        ) : (
          t('labels.first')
        )}
      </td>
    </tr>
  )
}
