// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { seedNumber } from '../trace/question'
import { askedAs } from './changes'
import type { Scope } from './model'
import { useScopes } from './use-scopes'

/** All scopes, newest first. */
export function ScopeList() {
  const { t } = useTexts()
  const pages = useScopes()
  const scopes = pages.data?.pages.flatMap(page => page.items) ?? []
  return (
    <div className="page-parts">
      <PageHead title={t('shell.to.scopes')} over={t('scopes.what')} />
      {pages.isError && pages.data === undefined ? (
        <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      ) : (
        <Card>
          {pages.data === undefined ? (
            <Waiting />
          ) : scopes.length === 0 ? (
            <Empty title={t('scopes.none')}>
              {t('scopes.noneHow')} <Link to="/trace">{t('shell.to.trace')}</Link>
            </Empty>
          ) : (
            <ul className="scope-list">
              {scopes.map(scope => (
                <li key={scope.id}>
                  <ScopeRow scope={scope} />
                </li>
              ))}
            </ul>
          )}
          <MoreButton of={pages} />
        </Card>
      )}
    </div>
  )
}

function ScopeRow({ scope }: { scope: Scope }) {
  const { t } = useTexts()
  const { direction, seed } = askedAs(scope.question)
  const { latest } = scope
  return (
    <>
      <div className="scope-name">
        <Link to={`/scopes/${scope.id}`}>{scope.name}</Link>
        <div className="muted small">
          {t(`trace.asks.${direction}`)} <span className="code">{seedNumber(seed)}</span>
        </div>
      </div>
      <div className="small">
        {t('scopes.units', { count: latest.units, n: count(latest.units) })}
        {' · '}
        {t('scopes.versions', { count: scope.versionCount, n: count(scope.versionCount) })}
        <div className="muted">
          <Ago at={latest.frozenAt} /> · {latest.actor}
        </div>
      </div>
      <Completeness complete={latest.complete} />
    </>
  )
}

export function Completeness({ complete }: { complete: boolean }) {
  const { t } = useTexts()
  return (
    <span>
      <StateChip state={complete ? 'ok' : 'unknown'}>{t(complete ? 'trace.complete' : 'trace.incomplete')}</StateChip>
    </span>
  )
}
