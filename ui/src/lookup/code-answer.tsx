// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { RecallChips } from '../parts/recalled'
import { StateChip, StateSign } from '../parts/state'
import { signal } from '../scan/feedback'
import { apart, shown } from '../scan/several'
import { useMayRecord } from '../shell/session'
import { type Found, type LookupAnswer, meaning } from './meaning'
import { Readings } from './readings'
import { isDoubtful, outcomeOf, type Said } from './said'

/** What a code means: its page at once when that is one thing, a choice when it is several, else what it says. */
export function CodeAnswer({ code, of }: { code: string; of?: string }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const answer = useQuery({
    queryKey: ['lookup', code],
    queryFn: ({ signal: abort }) => api.get<LookupAnswer>('/lookup', { code: apart(code) }, abort),
    // The same code is scanned again when something should have changed.
    staleTime: 0,
  })
  const fresh = answer.isFetching ? undefined : answer.data
  const outcome = fresh && outcomeOf(fresh, of)
  const path = outcome?.is === 'one' ? meaning(outcome.found).path : undefined
  const is = outcome?.is
  // What is in a recall must not be heard as right, whatever else is known of it.
  const wrong = is === 'unknown' || fresh?.found.some(one => one.recalls !== undefined)

  useEffect(() => {
    if (is !== undefined) {
      signal(wrong ? 'wrong' : 'right')
    }
    if (path !== undefined) {
      void navigate(path, { replace: true })
    }
  }, [is, wrong, path, navigate])

  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (outcome === undefined || fresh === undefined || outcome.is === 'one') {
    return <Waiting />
  }
  return (
    <section aria-live="polite" className="lookup-answer">
      {outcome.is === 'several' ? (
        <Card title={t('lookup.several', { count: outcome.found.length })}>
          {isDoubtful(fresh) && (
            <p className="lookup-doubt" data-state="held">
              <StateSign state="held" /> {t('lookup.doubtful')}
            </p>
          )}
          <FoundList found={outcome.found} />
          {!fresh.complete && <p className="muted small">{t('lookup.incomplete')}</p>}
        </Card>
      ) : (
        <NothingKnown code={code} known={outcome.known} said={outcome.said} />
      )}
      <Readings answer={fresh} />
    </section>
  )
}

function FoundList({ found }: { found: Found[] }) {
  const { t } = useTexts()
  return (
    <ul className="lookup-found">
      {found.map(one => {
        const { path, title, subtitle } = meaning(one, t)
        return (
          <li key={path}>
            <Link to={path}>
              <Code>{title}</Code>
              <span className="muted small">{subtitle}</span>
            </Link>
            <RecallChips recalls={one.recalls} />
          </li>
        )
      })}
    </ul>
  )
}

function NothingKnown({ code, known, said }: { code: string; known: Found[]; said: Said }) {
  const { t } = useTexts()
  const mayRecord = useMayRecord()
  const number = said.serial ?? said.lot ?? said.sscc ?? said.text ?? shown(code)
  return (
    <Card>
      <StateChip state="unknown">{t('lookup.nothing')}</StateChip>
      <h2 className="lookup-nothing">
        <Code>{number}</Code>
      </h2>
      <p className="muted">{t(known.length > 0 ? 'lookup.itemKnown' : 'lookup.nothingWhy')}</p>
      {known.length > 0 && <FoundList found={known} />}
      <div className="lookup-steps no-print">
        {mayRecord('receive') && (
          <Button component={Link} to="/tasks/receive">
            {t('lookup.receiveIt')}
          </Button>
        )}
        <Button component={Link} to={`/lookup?number=${encodeURIComponent(number)}`} variant="default">
          {t('lookup.byBeginning')}
        </Button>
      </div>
    </Card>
  )
}
