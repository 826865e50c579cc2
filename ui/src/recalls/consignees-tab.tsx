// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useSearchParams } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type Column, RecordList } from '../masters/record-list'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { StateChip } from '../parts/state'
import { consigneeFilter, withParams } from './addresses'
import { ConsigneeDrawer } from './consignee-drawer'
import { CONSIGNEE_STATES, type Consignee, type ConsigneeState, type Recall } from './model'
import { CONSIGNEE_SIGNS } from './stages'
import { useConsignees } from './use-recalls'

/** Who has it, what they were told and what they said; the address says what is shown. */
export function ConsigneesTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const { state, consignee } = consigneeFilter(params)
  const list = useConsignees(recall.number, state)
  const narrow = (patch: Record<string, string | undefined>) =>
    setParams(now => withParams(now, patch), { replace: true })
  const to = (code: string) => `?${withParams(params, { consignee: code })}`
  const columns: Column<Consignee>[] = [
    { head: t('recalls.column.consignee'), cell: one => <Name one={one} to={to(one.code)} /> },
    { head: t('recalls.column.state'), cell: one => <ConsigneeChip state={one.state} /> },
    { head: t('recalls.column.has'), cell: one => <Amounts rows={one.items} />, num: true, wide: true },
    {
      head: t('recalls.column.open'),
      cell: one => (
        <span style={{ color: 'var(--held)' }}>
          <Amounts rows={one.open} />
        </span>
      ),
      num: true,
    },
    { head: t('recalls.column.check'), cell: one => <CheckChip one={one} />, wide: true },
  ]
  return (
    <>
      <StateFilter recall={recall} state={state} onState={next => narrow({ state: next })} />
      <RecordList
        pages={list}
        columns={columns}
        keyOf={one => one.code}
        label={t('recalls.tab.consignees')}
        empty={<Empty title={t(state === undefined ? 'recalls.noConsignees' : 'recalls.noConsigneesSo')} />}
      />
      {consignee !== undefined && (
        <ConsigneeDrawer
          key={consignee}
          recall={recall}
          code={consignee}
          close={() => narrow({ consignee: undefined })}
        />
      )}
    </>
  )
}

type FilterProps = {
  recall: Recall
  state: ConsigneeState | undefined
  onState: (state: ConsigneeState | undefined) => void
}

function StateFilter({ recall, state, onState }: FilterProps) {
  const { t } = useTexts()
  const { counts } = recall
  return (
    <div className="recall-filter no-print">
      <fieldset className="toggles">
        <legend className="hidden-words">{t('lookup.filters')}</legend>
        <button type="button" className="toggle" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
          {t('recalls.all')} {count(counts.consignees)}
        </button>
        {CONSIGNEE_STATES.map(one => (
          <button
            key={one}
            type="button"
            className="toggle"
            aria-pressed={state === one}
            onClick={() => onState(state === one ? undefined : one)}
          >
            {t(`recalls.consignee.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

function Name({ one, to }: { one: Consignee; to: string }) {
  const { t } = useTexts()
  return (
    <div className="named">
      <Link className="row-link" to={to}>
        {one.name}
      </Link>{' '}
      {one.via === undefined && one.name !== one.code && <Code>{one.code}</Code>}
      {one.via !== undefined && <div className="muted small">{t('recalls.via', { who: one.via })}</div>}
    </div>
  )
}

export function ConsigneeChip({ state }: { state: ConsigneeState }) {
  const { t } = useTexts()
  return <StateChip state={CONSIGNEE_SIGNS[state]}>{t(`recalls.consignee.${state}`)}</StateChip>
}

const RESULT_SIGNS = { effective: 'ok', ineffective: 'bad', unreachable: 'unknown' } as const

export function CheckChip({ one: { sampled, check } }: { one: Pick<Consignee, 'sampled' | 'check'> }) {
  const { t } = useTexts()
  if (check !== undefined) {
    return <StateChip state={RESULT_SIGNS[check.result]}>{t(`recalls.result.${check.result}`)}</StateChip>
  }
  return sampled ? <StateChip state="held">{t('recalls.toCheck')}</StateChip> : null
}

const SHOWN = 2

/** Quantities of the first items; they are never added up. */
function Amounts({ rows }: { rows: readonly { item: string; qty?: string; unit: string }[] }) {
  return (
    <>
      {rows.slice(0, SHOWN).map(row => (
        <div key={row.item}>
          <span className="muted small">{row.item}</span>{' '}
          {row.qty === undefined ? '–' : <Quantity qty={row.qty} unit={row.unit} />}
        </div>
      ))}
      {rows.length > SHOWN && <div className="muted small">+{count(rows.length - SHOWN)}</div>}
    </>
  )
}
