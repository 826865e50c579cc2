// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { StateSign } from '../parts/state'
import { useMayRecord, useMe } from '../shell/session'

type Room = 'items' | 'places' | 'partners'

/** The places that are there from the beginning. */
const GIVEN: ReadonlySet<string> = new Set(['outside', 'scrap', 'adjustment', 'unknown'])

/** Whether somebody has made a record in a room of the masters yet. */
function useSome(room: Room): boolean {
  const { data } = useQuery({
    queryKey: ['welcome', room],
    queryFn: ({ signal }) => api.get<{ items: { code: string }[] }>(`/${room}`, { limit: GIVEN.size + 1 }, signal),
  })
  return data?.items.some(({ code }) => !GIVEN.has(code)) ?? false
}

/** The first page of a new book: what to do next, by what whoever is signed in may do. */
export function Welcome() {
  const { t } = useTexts()
  const { may } = useMe()
  const mayRecord = useMayRecord()
  const done = { items: useSome('items'), places: useSome('places'), partners: useSome('partners') }
  const keeps = may.includes('masters')
  return (
    <section className="card overview-welcome">
      <h2>{t('overview.welcome')}</h2>
      <p className="muted">{t('overview.welcomeHow')}</p>
      <ol>
        {keeps && (
          <>
            <Step to="/masters/items" done={done.items} title={t('overview.step.items')}>
              {t('overview.step.itemsHow')}
            </Step>
            <Step to="/masters/places" done={done.places} title={t('overview.step.places')}>
              {t('overview.step.placesHow')}
            </Step>
            <Step to="/masters/partners" done={done.partners} title={t('overview.step.partners')}>
              {t('overview.step.partnersHow')}
            </Step>
          </>
        )}
        {may.includes('import') && (
          <Step to="/imports" title={t('overview.step.import')}>
            {t('overview.step.importHow')}
          </Step>
        )}
        {mayRecord('receive') && (
          <Step to="/tasks/receive" title={t('overview.step.receive')}>
            {t('overview.step.receiveHow')}
          </Step>
        )}
      </ol>
      {!keeps && !done.items && <p>{t('overview.askAdministrator')}</p>}
    </section>
  )
}

function Step({ to, title, done, children }: { to: string; title: string; done?: boolean; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <li>
      <Link to={to}>{title}</Link>
      {done && (
        <span className="overview-done">
          <StateSign state="ok" size={16} /> {t('overview.done')}
        </span>
      )}
      <div className="muted small">{children}</div>
    </li>
  )
}
