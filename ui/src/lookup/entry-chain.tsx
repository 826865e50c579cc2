// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, Problem } from '../api/client'
import type { ShortEntry } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Card } from '../parts/page'

/** Where an entry stands in the chain: its hash is made from its own content and from the hash before it. */
export function EntryChain({ entry }: { entry: ShortEntry }) {
  const { t } = useTexts()
  const before = useNeighbour(entry.seq - 1)
  const after = useNeighbour(entry.seq + 1)
  return (
    <Card title={t('lookup.chain')}>
      <dl className="facts chain">
        <Neighbour name={t('lookup.previous')} entry={before} />
        <div>
          <dt>{t('lookup.this')}</dt>
          <dd>
            <Code>{entry.hash}</Code>
          </dd>
        </div>
        <Neighbour name={t('lookup.next')} entry={after} />
      </dl>
    </Card>
  )
}

/** The entry of a number; null when there is none, as before the first and after the last. */
function useNeighbour(seq: number): ShortEntry | null {
  const { data } = useQuery({
    queryKey: ['entry', 'neighbour', seq],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<ShortEntry>(`/entries/${seq}`, { view: 'short' }, signal)
      } catch (e) {
        if (e instanceof Problem && e.status === 404) {
          return null
        }
        throw e
      }
    },
    enabled: seq > 0,
  })
  return data ?? null
}

function Neighbour({ name, entry }: { name: string; entry: ShortEntry | null }) {
  const { t } = useTexts()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {entry === null ? (
          <span className="muted">{t('lookup.none')}</span>
        ) : (
          <>
            <Link to={`/entries/${entry.seq}`}>{t('lookup.entryNumber', { seq: count(entry.seq) })}</Link>{' '}
            <Code>{entry.hash}</Code>
          </>
        )}
      </dd>
    </div>
  )
}
