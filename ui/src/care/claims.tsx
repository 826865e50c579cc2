// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Select, TextInput } from '@mantine/core'
import { IconClipboardPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { RecordList } from '../masters/record-list'
import { Code, ItemLink, PlaceLink, UnitLink } from '../parts/code'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'
import { CodeField } from '../quality/code-field'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { CLAIM_STATES, type ClaimHead } from './model'
import { CareTabs } from './tabs'
import { TakeClaim } from './take-claim'
import { type ClaimFilter, useClaims } from './use-care'
import { ClaimChip, moneyWords } from './words'

const FIELDS = ['state', 'item', 'serial', 'lot', 'partner', 'code', 'from', 'to', 'q'] as const

function filterOf(params: URLSearchParams): ClaimFilter {
  return Object.fromEntries(FIELDS.flatMap(name => (params.get(name) ? [[name, params.get(name)]] : [])))
}

type Set = (patch: Record<string, string | undefined>) => void

/** The inbox: what was claimed, what the rules say of it, and how far it is; the newest first. */
export function Claims() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const filter = filterOf(params)
  const taking = params.get('new') !== null
  const set: Set = patch => setParams(withParams(params, patch), { replace: true })
  const close = () => set({ new: undefined, item: undefined, serial: undefined, lot: undefined, scan: undefined })
  return (
    <div className="page-parts care">
      <PageHead
        title={t('care.tab.claims')}
        over={t('care.claimsWhat')}
        actions={
          may.includes('care') && (
            <Button leftSection={<IconClipboardPlus size={16} aria-hidden />} onClick={() => set({ new: '1' })}>
              {t('care.do.claim')}
            </Button>
          )
        }
      />
      <CareTabs open="claims" />
      <Filters filter={filter} set={set} />
      <Inbox filter={filter} />
      {taking && <TakeClaim named={filter} scanned={params.get('scan') ?? ''} close={close} />}
    </div>
  )
}

function Filters({ filter, set }: { filter: ClaimFilter; set: Set }) {
  const { t } = useTexts()
  const [words, setWords] = useState(filter.q ?? '')
  const search = () => words.trim() !== (filter.q ?? '') && set({ q: words.trim() || undefined })
  return (
    <form
      className="care-filters no-print"
      onSubmit={e => {
        e.preventDefault()
        search()
      }}
    >
      <TextInput
        label={t('care.search')}
        value={words}
        onChange={e => setWords(e.currentTarget.value)}
        onBlur={search}
        leftSection={<IconSearch size={16} aria-hidden />}
        size="md"
      />
      <Select
        label={t('care.field.state')}
        data={CLAIM_STATES.map(state => ({ value: state, label: t(`care.claimState.${state}`) }))}
        value={filter.state ?? null}
        onChange={state => set({ state: state ?? undefined })}
        placeholder={t('care.any')}
        clearable
        size="md"
      />
      <CodeField
        label={t('quality.field.code')}
        value={filter.code ?? ''}
        placeholder={t('care.any')}
        onChange={code => set({ code: code || undefined })}
      />
      {(['item', 'lot', 'serial', 'partner', 'from', 'to'] as const)
        .filter(name => filter[name])
        .map(name => (
          <Button
            key={name}
            variant="default"
            size="md"
            onClick={() => set({ [name]: undefined })}
            aria-label={t('quality.without', { what: filter[name] ?? '' })}
          >
            <span className="code">{filter[name]}</span>&nbsp;×
          </Button>
        ))}
    </form>
  )
}

function Inbox({ filter }: { filter: ClaimFilter }) {
  const { t } = useTexts()
  const pages = useClaims(filter)
  const narrowed = Object.keys(filter).length > 0
  return (
    <RecordList<ClaimHead>
      pages={pages}
      label={t('care.tab.claims')}
      keyOf={row => row.number}
      empty={
        <Empty title={t(narrowed ? 'care.noneFits' : 'care.noClaims')}>{!narrowed && t('care.noClaimsHow')}</Empty>
      }
      columns={[
        {
          head: t('care.field.claim'),
          cell: row => (
            <div className="care-head">
              <Link to={pathOf('claims', row.number)}>{row.title}</Link>
              <div className="muted small">
                <Code>{row.number}</Code>
              </div>
            </div>
          ),
        },
        {
          head: t('care.field.unit'),
          cell: row => (
            <>
              {row.item !== undefined && <ItemLink code={row.item} name={row.itemName} />}{' '}
              {row.unit === undefined ? <Code>{row.serial ?? row.lot ?? ''}</Code> : <UnitLink named={row.unit} />}
            </>
          ),
        },
        {
          head: t('care.field.state'),
          cell: row => (
            <span className="care-chips">
              <ClaimChip state={row.state} />
            </span>
          ),
        },
        {
          head: t('care.field.partner'),
          cell: row => row.partner !== undefined && <PlaceLink code={row.partner} kind="partner" />,
          wide: true,
        },
        {
          head: t('care.field.amount'),
          cell: row => row.asked !== undefined && moneyWords({ amount: row.asked, currency: row.currency }),
          num: true,
        },
        { head: t('care.field.failedOn'), cell: row => day(row.failedOn), wide: true },
      ]}
    />
  )
}
