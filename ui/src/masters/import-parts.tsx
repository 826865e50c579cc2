// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { type State, StateChip } from '../parts/state'
import type { Kind, RowVerdict, Sheet, Status } from './import-model'
import type { Column } from './record-list'

export const STATUS_STATES: Record<Status, State> = {
  created: 'ok',
  changed: 'info',
  unchanged: 'gone',
  recorded: 'ok',
  repeated: 'gone',
  refused: 'bad',
}

/** What a count stands for; pressed, the rows are narrowed to it. */
export type CountButton = { key: string; label: string; n: number; state: State }

export function CountFilter(props: {
  counts: CountButton[]
  wanted: string
  onChange: (wanted: string) => void
  label: string
}) {
  const { counts, wanted, onChange, label } = props
  const { t } = useTexts()
  return (
    <fieldset className="count-filter">
      <legend className="hidden-words">{label}</legend>
      {counts.map(({ key, label: words, n, state }) => (
        <button
          key={key}
          type="button"
          className="card count-button"
          aria-pressed={wanted === key}
          onClick={() => onChange(wanted === key ? '' : key)}
        >
          <span className="count-number">{count(n)}</span>
          <StateChip state={state}>{words}</StateChip>
        </button>
      ))}
      {wanted !== '' && (
        <button type="button" className="count-all" onClick={() => onChange('')}>
          {t('masters.allRows')}
        </button>
      )}
    </fieldset>
  )
}

/** How the file was read: what was found, what was left out, what a person should know. */
export function SheetNote({ sheet, kind }: { sheet: Sheet; kind: Kind }) {
  const { t } = useTexts()
  const how = [sheet.format.toUpperCase(), sheet.encoding, separator(sheet.delimiter, t)].filter(Boolean).join(' · ')
  return (
    <div className="sheet-note small">
      <div>
        <b>{t(`masters.importKind.${kind}`)}</b> <span className="muted">{how}</span>
      </div>
      <div className="muted">
        {t('masters.columnsRead', { columns: sheet.columns.map(column => column.heading).join(', ') })}
      </div>
      {sheet.unknownColumns.length > 0 && (
        <div data-state="held" style={{ color: 'var(--state)' }}>
          {t('masters.columnsUnknown', { columns: sheet.unknownColumns.join(', ') })}
        </div>
      )}
      {sheet.remarks.map(remark => (
        <div key={remark} data-state="held" style={{ color: 'var(--state)' }}>
          {remark}
        </div>
      ))}
    </div>
  )
}

function separator(delimiter: string | undefined, t: Texts): string | undefined {
  switch (delimiter) {
    case undefined:
      return undefined
    case '\t':
      return t('masters.separatedByTab')
    default:
      return t('masters.separatedBy', { sign: delimiter })
  }
}

/** The columns of a list of rows with what became of them. */
export function verdictColumns(kind: Kind, t: Texts): Column<RowVerdict>[] {
  return [
    { head: t('masters.row'), cell: verdict => count(verdict.row), num: true },
    {
      head: t('masters.verdict'),
      cell: verdict => (
        <StateChip state={isWarned(verdict) ? 'held' : STATUS_STATES[verdict.status]}>
          {t(`masters.status.${verdict.status}`)}
        </StateChip>
      ),
    },
    { head: t('masters.why'), cell: verdict => <Why verdict={verdict} kind={kind} /> },
  ]
}

export function isWarned(verdict: RowVerdict): boolean {
  return verdict.status !== 'refused' && (verdict.warnings !== undefined || verdict.alerts !== undefined)
}

function Why({ verdict, kind }: { verdict: RowVerdict; kind: Kind }) {
  const { record, seq, warnings, alerts, errors, detail, title } = verdict
  return (
    <div className="why">
      {record !== undefined &&
        (kind === 'acts' || verdict.status === 'refused' ? (
          <Code>{record}</Code>
        ) : (
          <Link className="code" to={`/masters/${kind}/${encodeURIComponent(record)}`}>
            {record}
          </Link>
        ))}
      {seq !== undefined && <Link to={`/entries/${seq}`}>{seq}</Link>}
      {(detail ?? title) !== undefined && <span>{detail ?? title}</span>}
      {errors?.map(error => (
        <span key={`${error.pointer}${error.detail}`} className="small">
          {error.pointer && <Code>{error.pointer}</Code>}{' '}
          {[error.detail, error.expected, error.action].filter(Boolean).join(' · ')}
        </span>
      ))}
      {warnings?.map(warning => (
        <span key={warning} className="small">
          {warning}
        </span>
      ))}
      {alerts?.map(alert => (
        <span key={`${alert.code}${alert.detail}`} className="small">
          {alert.detail ?? alert.code}
        </span>
      ))}
    </div>
  )
}
