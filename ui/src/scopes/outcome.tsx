// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { UseMutationResult } from '@tanstack/react-query'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { StateChip } from '../parts/state'
import type { Evaluated, Verified } from './model'

type Asked<T> = Pick<UseMutationResult<T, Error, void>, 'data' | 'error'>

/** What asking again brought. */
export function Again({ answer: { data, error } }: { answer: Asked<Evaluated> }) {
  const { t } = useTexts()
  if (error !== null) {
    return <ProblemNotice error={error} />
  }
  if (data === undefined) {
    return null
  }
  const words = { seq: count(data.seq), n: count(data.version.version) }
  return (
    <section className="card scope-outcome" role="status">
      <StateChip state={data.added ? 'held' : 'ok'}>{t(data.added ? 'scopes.isChanged' : 'scopes.isSame')}</StateChip>
      <span>{t(data.added ? 'scopes.isChangedHow' : 'scopes.isSameHow', words)}</span>
    </section>
  )
}

/** Whether every version is what the reference answers. */
export function Proven({ answer: { data, error } }: { answer: Asked<Verified> }) {
  const { t } = useTexts()
  if (error !== null) {
    return <ProblemNotice error={error} />
  }
  if (data === undefined) {
    return null
  }
  const wrong = data.versions.filter(version => !version.ok)
  return (
    <section className="card scope-outcome" role="status">
      <StateChip state={data.ok ? 'ok' : 'bad'}>{t(data.ok ? 'scopes.proven' : 'scopes.notProven')}</StateChip>
      {data.ok ? (
        <span>{t('scopes.provenHow', { count: data.versions.length, n: count(data.versions.length) })}</span>
      ) : (
        <ul>
          {wrong.map(version => (
            <li key={version.version}>
              <Link to={`?version=${version.version}`}>{t('scopes.version', { n: count(version.version) })}</Link>:{' '}
              {version.difference}
            </li>
          ))}
        </ul>
      )}
      {!data.ok && <span className="muted small">{t('scopes.notProvenDo')}</span>}
    </section>
  )
}
