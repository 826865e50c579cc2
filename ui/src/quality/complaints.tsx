// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Select, TextInput } from '@mantine/core'
import { IconList, IconMessageReport, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { day, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { RecordList } from '../masters/record-list'
import { Code, ItemLink } from '../parts/code'
import { Empty, ProblemNotice } from '../parts/notices'
import { PageHead } from '../parts/page'
import { PlotCard } from '../parts/plot-card'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { CodeField } from './code-field'
import { COMPLAINT_STATES, type ComplaintHead, type Count } from './model'
import { QualityTabs } from './tabs'
import { TakeComplaint } from './take-complaint'
import { type ComplaintFilter, useComplaints, useCounts } from './use-quality'
import { ComplaintChip, MatchChip, SeverityChip } from './words'

/** Bars of a Pareto plot; the rest is in the list. */
const BARS_MAX = 12

/** Nobody knows which piece these are about. */
const UNCLEAR: readonly string[] = ['unknown', 'ambiguous']

const FIELDS = ['state', 'code', 'item', 'lot', 'serial', 'from', 'to', 'q'] as const

function filterOf(params: URLSearchParams): ComplaintFilter {
  return Object.fromEntries(FIELDS.flatMap(name => (params.get(name) ? [[name, params.get(name)]] : [])))
}

/** All complaints, newest first, with what they are about most and how they come over time. */
export function Complaints() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const filter = filterOf(params)
  const taking = params.get('new') !== null
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.tab.complaints')}
        over={t('quality.complaintsWhat')}
        actions={
          <>
            <Button
              component={Link}
              to="/quality/codes"
              variant="default"
              leftSection={<IconList size={16} aria-hidden />}
            >
              {t('quality.codes')}
            </Button>
            {may.includes('complain') && (
              <Button leftSection={<IconMessageReport size={16} aria-hidden />} onClick={() => set({ new: '1' })}>
                {t('quality.do.take')}
              </Button>
            )}
          </>
        }
      />
      <QualityTabs open="complaints" />
      <Filters filter={filter} set={set} />
      <Plots filter={filter} set={set} />
      <Inbox filter={filter} />
      {taking && (
        <TakeComplaint code={params.get('scan') ?? ''} close={() => set({ new: undefined, scan: undefined })} />
      )}
    </div>
  )
}

type Set = (patch: Record<string, string | undefined>) => void

function Filters({ filter, set }: { filter: ComplaintFilter; set: Set }) {
  const { t } = useTexts()
  const [words, setWords] = useState(filter.q ?? '')
  return (
    <form
      className="quality-filters no-print"
      onSubmit={e => {
        e.preventDefault()
        set({ q: words.trim() || undefined })
      }}
    >
      <TextInput
        label={t('quality.search')}
        value={words}
        onChange={e => setWords(e.currentTarget.value)}
        onBlur={() => words.trim() !== (filter.q ?? '') && set({ q: words.trim() || undefined })}
        leftSection={<IconSearch size={16} aria-hidden />}
        size="md"
      />
      <Select
        label={t('quality.field.state')}
        data={COMPLAINT_STATES.map(state => ({ value: state, label: t(`quality.complaintState.${state}`) }))}
        value={filter.state ?? null}
        onChange={state => set({ state: state ?? undefined })}
        placeholder={t('quality.any')}
        clearable
        size="md"
      />
      <CodeField
        label={t('quality.field.code')}
        value={filter.code ?? ''}
        placeholder={t('quality.any')}
        onChange={code => set({ code: code || undefined })}
      />
      {(['item', 'lot', 'serial'] as const)
        .filter(name => filter[name])
        .map(name => (
          <Button
            key={name}
            variant="default"
            size="md"
            className="quality-filter-chip"
            onClick={() => set({ [name]: undefined })}
            aria-label={t('quality.without', { what: filter[name] ?? '' })}
          >
            <span className="code">{filter[name]}</span>&nbsp;×
          </Button>
        ))}
    </form>
  )
}

function Plots({ filter, set }: { filter: ComplaintFilter; set: Set }) {
  const { t } = useTexts()
  const codes = useCounts('code', filter)
  const months = useCounts('month', filter)
  const error = codes.error ?? months.error
  if (error !== null) {
    return <ProblemNotice error={error} retry={() => void Promise.all([codes.refetch(), months.refetch()])} />
  }
  const most = [...(codes.data ?? [])].sort((a, b) => b.count - a.count).slice(0, BARS_MAX)
  const over = months.data ?? []
  if (most.length === 0) {
    return null
  }
  const bars = (rows: Count[], words: (row: Count) => string, from: string, title: string) => (
    <PlotCard
      title={title}
      from={from}
      labels={rows.map(words)}
      series={[{ name: t('quality.tab.complaints'), values: rows.map(row => row.count), colour: '--accent' }]}
    />
  )
  return (
    <>
      <div className="side-by-side">
        {bars(
          most,
          row => (row.key === '' ? t('quality.noCode') : (row.name ?? row.key)),
          t('quality.field.code'),
          t('quality.pareto'),
        )}
        {bars(over, row => moment(row.key), t('quality.month'), t('quality.overTime'))}
      </div>
      <ul className="quality-most no-print" aria-label={t('quality.pareto')}>
        {most
          .filter(row => row.key !== '' && row.key !== filter.code)
          .map(row => (
            <li key={row.key}>
              <Button variant="default" size="xs" onClick={() => set({ code: row.key })}>
                {row.name ?? row.key} · {row.count}
              </Button>
            </li>
          ))}
      </ul>
    </>
  )
}

function Inbox({ filter }: { filter: ComplaintFilter }) {
  const { t } = useTexts()
  const pages = useComplaints(filter)
  const narrowed = Object.keys(filter).length > 0
  return (
    <RecordList<ComplaintHead>
      pages={pages}
      label={t('quality.tab.complaints')}
      keyOf={row => row.number}
      empty={
        <Empty title={t(narrowed ? 'quality.noneFits' : 'quality.noComplaints')}>
          {!narrowed && t('quality.noComplaintsHow')}
        </Empty>
      }
      columns={[
        {
          head: t('quality.field.complaint'),
          cell: row => (
            <div className="quality-head">
              <Link to={pathOf('complaints', row.number)}>{row.title}</Link>
              <div className="muted small">
                <Code>{row.number}</Code>
                {row.duplicates > 0 && ` · ${t('quality.maybeTwice')}`}
              </div>
            </div>
          ),
        },
        { head: t('quality.field.code'), cell: row => row.codeName ?? row.code ?? '', wide: true },
        {
          head: t('quality.field.about'),
          cell: row => (
            <>
              {row.item !== undefined && <ItemLink code={row.item} name={row.itemName} />}{' '}
              <span className="code">{row.serial ?? row.lot ?? ''}</span>{' '}
              {UNCLEAR.includes(row.match.state) && <MatchChip match={row.match.state} />}
            </>
          ),
        },
        {
          head: t('quality.field.state'),
          cell: row => (
            <span className="quality-chips">
              <ComplaintChip state={row.state} />
              <SeverityChip severity={row.severity} />
            </span>
          ),
        },
        { head: t('quality.field.reportedOn'), cell: row => day(row.reportedOn), wide: true },
      ]}
    />
  )
}
