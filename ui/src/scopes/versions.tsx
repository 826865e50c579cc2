// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { address } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { Rows } from '../parts/rows'
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
          <Rows
            words={[
              t('scopes.column.version'),
              t('scopes.column.known'),
              t('scopes.column.frozen'),
              t('scopes.column.state'),
            ]}
            numbers={[t('scopes.column.units')]}
          >
            {rows.map(head => (
              <VersionRow key={head.version} head={head} isShown={head.version === shown} />
            ))}
          </Rows>
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
    <tr className="scope-version" data-shown={isShown || undefined}>
      <td className="pair">
        <Link to={address('', { version })} aria-current={isShown ? 'true' : undefined}>
          {t('scopes.version', { n: count(version) })}
        </Link>
        {version > 1 && (
          <div className="small">
            <Link to={address('', { version, tab: 'changes', from: version - 1, to: version })}>
              {t('scopes.whatChanged')}
            </Link>
          </div>
        )}
      </td>
      <td className="pair">
        {head.seq === 0 ? (
          t('scopes.noEntry')
        ) : (
          <Link to={`/entries/${head.seq}`}>{t('scopes.entry', { seq: count(head.seq) })}</Link>
        )}
        <div className="muted small">
          <Moment at={head.knownAt} />
        </div>
      </td>
      <td>
        <Ago at={head.frozenAt} />
        <div className="muted small">{head.actor}</div>
      </td>
      <td>
        <Completeness complete={head.complete} />
      </td>
      <td className="num">{count(head.units)}</td>
    </tr>
  )
}
