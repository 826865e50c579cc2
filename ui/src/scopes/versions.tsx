// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { address } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { Ago, Moment } from '../parts/when'
import { FirstRows } from '../trace/rows'
import { Completeness } from './list'
import type { Head, Scope } from './model'

const SHOWN = 8

/** The answers that the question has had, newest first; one of them is shown below. */
export function Versions({ scope, shown }: { scope: Scope; shown: number }) {
  const { t } = useTexts()
  const versions = scope.versions ?? [scope.latest]
  return (
    <Card title={t('scopes.versionsOf')}>
      <FirstRows rows={versions} step={SHOWN}>
        {rows => (
          <ul className="scope-list">
            {rows.map(head => (
              <li key={head.version} className="scope-version" data-shown={head.version === shown || undefined}>
                <VersionRow head={head} isShown={head.version === shown} />
              </li>
            ))}
          </ul>
        )}
      </FirstRows>
      {scope.versionCount > versions.length && (
        <p className="muted small trace-words">
          {t('scopes.olderVersions', { n: count(scope.versionCount - versions.length) })}
        </p>
      )}
    </Card>
  )
}

function VersionRow({ head, isShown }: { head: Head; isShown: boolean }) {
  const { t } = useTexts()
  const { version } = head
  return (
    <>
      <div className="scope-name">
        <Link to={address('', { version })} aria-current={isShown ? 'true' : undefined}>
          {t('scopes.version', { n: count(version) })}
        </Link>
        <span className="muted small"> {t('scopes.units', { count: head.units, n: count(head.units) })}</span>
        {version > 1 && (
          <div className="small">
            <Link to={address('', { version, tab: 'changes', from: version - 1, to: version })}>
              {t('scopes.whatChanged')}
            </Link>
          </div>
        )}
      </div>
      <div className="small">
        {head.seq === 0 ? (
          t('scopes.noEntry')
        ) : (
          <>
            {t('scopes.knownAt')} <Link to={`/entries/${head.seq}`}>{t('scopes.entry', { seq: count(head.seq) })}</Link>
            , <Moment at={head.knownAt} />
          </>
        )}
        <div className="muted">
          {t('scopes.frozenBy', { who: head.actor })} <Ago at={head.frozenAt} />
        </div>
      </div>
      <Completeness complete={head.complete} />
    </>
  )
}
