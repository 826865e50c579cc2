// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { StateChip } from '../parts/state'
import type { DocumentAnswer, EventVerdict } from './import-model'
import { type CountButton, CountFilter } from './import-parts'
import { type Column, VirtualTable } from './record-list'

type Outcome = 'recorded' | 'repeated' | 'noted' | 'refused'

const STATES = { recorded: 'ok', repeated: 'gone', noted: 'info', refused: 'bad' } as const

function outcome(event: EventVerdict): Outcome {
  if (event.status >= 300) {
    return 'refused'
  }
  return event.noted !== undefined ? 'noted' : event.status === 201 ? 'recorded' : 'repeated'
}

/** What became of each event of a document. */
export function DocumentVerdicts({ answer }: { answer: DocumentAnswer }) {
  const { t } = useTexts()
  const [wanted, setWanted] = useState('')
  const outcomes: Outcome[] = ['recorded', 'repeated', 'noted', 'refused']
  const counts: CountButton[] = outcomes
    .filter(key => answer[key] > 0)
    .map(key => ({ key, label: t(`masters.event.${key}`), n: answer[key], state: STATES[key] }))
  const columns: Column<EventVerdict>[] = [
    { head: t('masters.row'), cell: event => count(event.index + 1), num: true },
    {
      head: t('masters.verdict'),
      cell: event => <StateChip state={STATES[outcome(event)]}>{t(`masters.event.${outcome(event)}`)}</StateChip>,
    },
    {
      head: t('masters.why'),
      cell: event => (
        <div className="why">
          <Code>{event.type}</Code>
          {event.seq !== undefined && <Link to={`/entries/${event.seq}`}>{event.seq}</Link>}
          {(event.detail ?? event.title ?? event.noted) && <span>{event.detail ?? event.title ?? event.noted}</span>}
        </div>
      ),
    },
  ]
  const made = answer.masters
  return (
    <>
      <p>
        {t('masters.documentMade', {
          items: made.items.length,
          places: made.places.length,
          partners: made.partners.length,
        })}
        {answer.sorted && ` ${t('masters.documentSorted')}`}
      </p>
      <CountFilter counts={counts} wanted={wanted} onChange={setWanted} label={t('masters.narrowRows')} />
      <VirtualTable
        key={wanted}
        rows={answer.events.filter(event => wanted === '' || outcome(event) === wanted)}
        columns={columns}
        keyOf={event => String(event.index)}
        label={t('masters.rows')}
      />
    </>
  )
}
