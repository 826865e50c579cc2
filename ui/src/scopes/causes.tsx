// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Rows } from '../parts/rows'
import { type State, StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { FirstRows } from '../trace/rows'
import type { Cause, Change } from './model'

/** The entries because of which a unit differs, each a link; the act is told where a page has told it. */
export function Because({ change, causes }: { change: Change; causes: ReadonlyMap<number, Cause> }) {
  const { t } = useTexts()
  return (
    <div className="small">
      <span className="muted">{t('scopes.because')}</span>
      {change.because.map(seq => {
        const cause = causes.get(seq)
        return (
          <div key={seq}>
            <Link to={`/entries/${seq}`}>{t('scopes.entry', { seq: count(seq) })}</Link>
            {cause !== undefined && (
              <span className="muted">
                {' '}
                {t(`lookup.act.${cause.type}`)}, {t(`scopes.cause.${cause.kind}`)}
              </span>
            )}
          </div>
        )
      })}
      {change.because.length === 0 && <div>{t('scopes.noCause')}</div>}
      {change.becauseMore && <div className="muted">{t('scopes.moreCauses')}</div>}
    </div>
  )
}

const STATES = { late: 'held', void: 'bad', new: 'info' } as const satisfies Record<Cause['kind'], State>

const SHOWN = 50

/** All entries that made a difference, oldest first. */
export function Causes({ causes }: { causes: readonly Cause[] }) {
  const { t } = useTexts()
  return (
    <section>
      <h2 className="card-title">{t('scopes.causes')}</h2>
      <FirstRows rows={causes} step={SHOWN}>
        {rows => (
          <Rows words={[t('scopes.column.entry'), t('scopes.column.what'), t('scopes.column.happened')]}>
            {rows.map(cause => (
              <tr key={cause.seq}>
                <td>
                  <Link to={`/entries/${cause.seq}`}>{count(cause.seq)}</Link>
                </td>
                <td>
                  {t(`lookup.act.${cause.type}`)}{' '}
                  {cause.voids !== undefined && (
                    <Link to={`/entries/${cause.voids}`}>{t('scopes.entry', { seq: count(cause.voids) })}</Link>
                  )}
                  <div>
                    <StateChip state={STATES[cause.kind]}>{t(`scopes.cause.${cause.kind}`)}</StateChip>
                  </div>
                  {cause.document !== undefined && (
                    <div className="muted small">
                      <Code>{cause.document}</Code>
                    </div>
                  )}
                </td>
                <td>
                  {cause.occurredAt === 'unknown' ? t('trace.timeUnknown') : <Moment at={cause.occurredAt} />}
                  <div className="muted small">
                    {t('scopes.recordedBy', { who: cause.actor })} <Moment at={cause.recordedAt} />
                  </div>
                </td>
              </tr>
            ))}
          </Rows>
        )}
      </FirstRows>
    </section>
  )
}
