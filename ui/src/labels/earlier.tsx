// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { address, api } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import type { Print } from './model'

const PRINTS_MAX = 100

/** What was printed of a unit before; a print that comes after one needs a reason. */
export function useEarlier(unit: string | undefined) {
  const answer = useQuery({
    queryKey: ['prints', 'of', unit],
    queryFn: ({ signal }) =>
      api.get<{ items: Print[]; nextCursor?: string }>('/prints', { unit, limit: PRINTS_MAX }, signal),
    enabled: unit !== undefined,
  })
  const tried = answer.data?.items ?? []
  const prints = tried.filter(print => print.state !== 'failed')
  return { unit, again: tried.length > 0, prints, more: answer.data?.nextCursor !== undefined }
}

export function Earlier({ earlier }: { earlier: ReturnType<typeof useEarlier> }) {
  const { t } = useTexts()
  const [last] = earlier.prints
  if (last === undefined) {
    return earlier.again ? <span className="small">{t('labels.onlyFailed')}</span> : null
  }
  const n = earlier.prints.length
  return (
    <div className="label-earlier">
      <StateChip state="held">
        {t('labels.printedBefore', { count: n, n: earlier.more ? `${count(n)}+` : count(n) })}
      </StateChip>
      <span className="small">
        {t('labels.lastBy', { who: last.by })} <Ago at={last.at} />
        {' · '}
        <Link to={address('/labels/prints', { unit: earlier.unit })}>{t('labels.allPrints')}</Link>
      </span>
    </div>
  )
}
