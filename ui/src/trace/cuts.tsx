// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { UnitLink } from '../parts/code'
import { Card } from '../parts/page'
import type { Cut, TraceAnswer } from './model'
import { AnyPlace, FirstRows } from './rows'

/** What could not be followed, each with its place, unit, quantity and reason; nothing is said when there is none. */
export function Cuts({ answer }: { answer: Pick<TraceAnswer, 'cuts'> }) {
  const { t } = useTexts()
  if (answer.cuts.length === 0) {
    return null
  }
  return (
    <div data-state="unknown" className="trace-cuts">
      <Card title={t('trace.cuts')}>
        <FirstRows rows={answer.cuts}>
          {rows => (
            <ul>
              {rows.map(cut => (
                <li key={JSON.stringify(cut)}>
                  <CutWords cut={cut} />
                </li>
              ))}
            </ul>
          )}
        </FirstRows>
      </Card>
    </div>
  )
}

function CutWords({ cut }: { cut: Cut }) {
  const { t } = useTexts()
  if (cut.reason === 'limit') {
    return t('trace.cut.limit', { n: count(Number(cut.qty ?? 0)) })
  }
  return (
    <>
      {cut.qty !== undefined && <b className="num">{quantity(cut.qty)} </b>}
      {cut.unit?.item} {cut.unit !== undefined && <UnitLink named={cut.unit} />}
      {cut.place !== undefined && (
        <>
          {' '}
          {t('trace.at')} <AnyPlace code={cut.place} />
        </>
      )}
      : {t(`trace.cut.${cut.reason}`)}
    </>
  )
}
