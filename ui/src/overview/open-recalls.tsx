// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, segment } from '../api/client'
import type { Page } from '../api/model'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Ago } from '../parts/when'
import type { RecallHead } from '../recalls/model'
import { StageChip } from '../recalls/words'

const AGAIN_MS = 60_000

/** As many as are looked at; drills among them are left out. */
const LIMIT = 20

/** The recalls that are open, before all other figures of the day; nothing when there is none. */
export function OpenRecalls() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['recalls', 'open'],
    queryFn: ({ signal }) => api.get<Page<RecallHead>>('/recalls', { state: 'open', limit: LIMIT }, signal),
    refetchInterval: AGAIN_MS,
  })
  if (error !== null) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  const open = (data?.items ?? []).filter(recall => recall.kind !== 'mock')
  return (
    open.length > 0 && (
      <Card title={t('overview.openRecalls')} aside={<Link to="/recalls">{t('shell.to.recalls')}</Link>}>
        <ul className="overview-recalls">
          {open.map(recall => (
            <li key={recall.number}>
              <StageChip stage={recall.stage} />
              <span className="overview-recall-name">
                <b>
                  <Link to={`/recalls/${segment(recall.number)}`}>{recall.title}</Link>
                </b>{' '}
                <span className="muted small">
                  <Code>{recall.number}</Code> · <Ago at={recall.openedAt} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    )
  )
}
