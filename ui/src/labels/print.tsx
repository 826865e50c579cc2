// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api, segment } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Code, ItemLink, PlaceLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import type { Print, PrintLine } from './model'
import { PrintStateChip, whereTo } from './prints'

/** One print with its labels, and of each whether it was a first one or another copy. */
export function PrintPage() {
  const { print: id = '' } = useParams()
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['prints', 'one', id],
    queryFn: ({ signal }) => api.get<Print & { lines: PrintLine[] }>(`/prints/${segment(id)}`, {}, signal),
  })
  const print = answer.data
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
          ]}
        />
      </Card>
      <Card title={t('labels.what')}>
        <Rows words={[t('labels.what'), t('labels.field.item'), t('labels.field.lot')]} numbers={[t('labels.copy')]}>
          {print.lines.map(line => (
            <LineRow key={line.n} line={line} />
          ))}
        </Rows>
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
