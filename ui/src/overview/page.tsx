// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { Figures } from './figures'
import { LastEntries } from './last-entries'
import { EXPIRING_DAYS, type OverviewAnswer } from './model'
import { OpenRecalls } from './open-recalls'
import { PlotCards } from './plot-cards'
import { Welcome } from './welcome'
import './overview.css'

const AGAIN_MS = 60_000

/** How the book stands today; every number leads to its rows. */
export default function Overview() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) =>
      api.get<OverviewAnswer>(
        '/overview',
        { days: EXPIRING_DAYS, zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        signal,
      ),
    refetchInterval: AGAIN_MS,
  })
  return (
    <div className="overview page-parts">
      <PageHead title={t('shell.to.overview')} />
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && data.entries === 0 && <Welcome />}
      {data !== undefined && data.entries > 0 && (
        <>
          <OpenRecalls />
          <Figures answer={data} />
          <div className="overview-columns">
            <PlotCards answer={data} />
            <LastEntries />
          </div>
        </>
      )}
    </div>
  )
}
