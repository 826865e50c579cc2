// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from '@mantine/core'
import { IconBook2, IconClipboardPlus, IconGauge, IconMessageReport, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { address, api } from '../api/client'
import type { UnitSummary } from '../api/model'
import { questions } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { CodeBox } from '../lookup/code-box'
import type { LookupAnswer } from '../lookup/meaning'
import { useRemember } from '../lookup/remembered'
import { type Outcome, outcomeOf } from '../lookup/said'
import { Timeline } from '../lookup/timeline'
import { UnitChips } from '../lookup/unit-chips'
import { summaryQuestion } from '../lookup/unit-questions'
import { Code, ItemLink, numberOf } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { RecallBanner } from '../parts/recalled'
import { UnitWords } from '../quality/words'
import { withParams } from '../recalls/addresses'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart, shown, together } from '../scan/several'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { ConfigurationCard } from './configuration'
import { ContractForm, ReadingForm, RegisterForm } from './desk-forms'
import { ClaimsCard, ComplaintsCard, ContractsCard, FitsCard, ReadingsCard } from './desk-records'
import { RegistrationCard } from './registration'
import { CareTabs } from './tabs'
import { type AsOf, useCoverage, useRegistrations } from './use-care'
import { RestsOn, WarrantyCard } from './warranty'
import { CoverChip } from './words'

/** The one page of the service desk: scan or type what the customer holds, and see all that is known of it. */
export function Desk() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const code = together(params.getAll('code'))
  const unit = params.get('unit') ?? ''
  const owner = params.get('owner') ?? ''
  const ask = (next: string) => {
    if (next === code) {
      void questions.invalidateQueries()
    } else {
      setParams(isAddress(next) ? { owner: next.trim() } : { code: apart(next) })
    }
  }
  useScans(ask)
  return (
    <div className="page-parts care">
      <CareTabs open="desk" />
      <CodeBox code={code || owner} onCode={ask} />
      {unit !== '' && <DeskOf key={unit} id={unit} />}
      {unit === '' && code !== '' && <DeskOfCode key={code} code={code} />}
      {unit === '' && code === '' && owner !== '' && <OwnedBy email={owner} />}
      {unit === '' && code === '' && owner === '' && (
        <>
          <PageHead title={t('care.tab.desk')} />
          <Card>
            <Empty title={t('care.deskEmpty')}>{t('care.deskEmptyHow')}</Empty>
          </Card>
        </>
      )}
    </div>
  )
}

const isAddress = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim())

/** What somebody registered, by their whole e-mail address. */
function OwnedBy({ email }: { email: string }) {
  const { t } = useTexts()
  const registrations = useRegistrations({ q: email })
  const rows = registrations.data?.items
  return (
    <>
      <PageHead title={email} />
      {registrations.isError && <ProblemNotice error={registrations.error} />}
      {registrations.isPending && <Waiting />}
      {rows !== undefined && (
        <Card title={t('care.registration')}>
          {rows.length === 0 && <Empty title={t('care.noOwner')} />}
          <ul className="care-list">
            {rows.map(row => (
              <li key={row.number}>
                {row.unit?.unit === undefined ? (
                  <Code>{row.serial}</Code>
                ) : (
                  <Link to={address(pathOf('desk'), { unit: row.unit.unit })}>
                    <Code>{row.serial}</Code>
                  </Link>
                )}{' '}
                <span className="muted small">
                  {row.name ?? row.item} · <Code>{row.number}</Code>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** What a code means: its page at once when that is one thing, a choice when it is several. */
function DeskOfCode({ code }: { code: string }) {
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['lookup', code],
    queryFn: ({ signal: abort }) => api.get<LookupAnswer>('/lookup', { code: apart(code) }, abort),
  })
  const outcome = answer.data && outcomeOf(answer.data)
  const found = outcome === undefined ? undefined : unitOf(outcome)
  const wrong = outcome !== undefined && (outcome.is === 'unknown' || found?.recalls !== undefined)
  const is = outcome?.is
  useEffect(() => {
    if (is !== undefined) {
      signal(wrong ? 'wrong' : 'right')
    }
  }, [is, wrong])
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (outcome === undefined) {
    return <Waiting />
  }
  if (found?.unit !== undefined) {
    return <DeskOf id={found.unit} />
  }
  return (
    <>
      <PageHead title={shown(code)} heading={<Code>{shown(code)}</Code>} />
      {outcome.is === 'several' ? <Several outcome={outcome} /> : <NotKnown code={code} outcome={outcome} />}
      <span className="hidden-words" role="status">
        {t(outcome.is === 'several' ? 'care.several' : 'care.notKnown')}
      </span>
    </>
  )
}

const unitOf = (outcome: Outcome) => (outcome.is === 'one' ? outcome.found : undefined)

function Several({ outcome }: { outcome: Extract<Outcome, { is: 'several' }> }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.several')}>
      <ul className="care-list">
        {outcome.found
          .filter(one => one.unit !== undefined)
          .map(one => (
            <li key={one.unit}>
              <Link to={address(pathOf('desk'), { unit: one.unit })}>
                <Code>{one.serial ?? one.lot ?? ''}</Code>
              </Link>{' '}
              <span className="muted small">{one.name ?? one.item}</span>
            </li>
          ))}
      </ul>
    </Card>
  )
}

/** Nobody knows the number here: what the customer says is taken all the same. */
function NotKnown({ code, outcome }: { code: string; outcome: Outcome }) {
  const { t } = useTexts()
  const { may } = useMe()
  const item = outcome.is === 'unknown' ? outcome.known.find(one => one.item !== undefined)?.item : undefined
  return (
    <Card>
      <Empty title={t('care.notKnown')}>{t('care.notKnownHow')}</Empty>
      {item !== undefined && (
        <p>
          <ItemLink code={item} />
        </p>
      )}
      {may.includes('complain') && (
        <div className="care-works no-print">
          <Button component={Link} to={address('/quality/complaints', { new: '1', scan: code })} variant="default">
            {t('care.do.complaint')}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Each part is asked for by itself, so that none waits for another. */
function DeskOf({ id }: { id: string }) {
  const { t } = useTexts()
  const summary = useQuery(summaryQuestion(id))
  const [params, setParams] = useSearchParams()
  const at: AsOf = { asOf: params.get('asOf') ?? undefined, knownAt: params.get('knownAt') ?? undefined }
  const coverage = useCoverage(id, at)
  const unit = summary.data
  useRemember(
    unit && { kind: unit.kind, path: `/units/${unit.id}`, title: numberOf(unit), detail: unit.name ?? unit.item },
  )
  if (summary.isError && unit === undefined) {
    return <ProblemNotice error={summary.error} retry={() => void summary.refetch()} />
  }
  if (unit === undefined) {
    return <Waiting />
  }
  if (unit.kind === 'container') {
    return (
      <Card>
        <Empty title={t('care.container')}>
          <UnitWords unit={{ unit: id, serial: unit.container }} />
        </Empty>
      </Card>
    )
  }
  const named = { item: unit.item, serial: unit.serial }
  return (
    <>
      <DeskHead unit={unit} state={coverage.data?.state} until={coverage.data?.until} />
      <div className="columns">
        <div className="stack">
          {coverage.isError && <ProblemNotice error={coverage.error} retry={() => void coverage.refetch()} />}
          {coverage.isPending && <Waiting />}
          {coverage.data !== undefined && <WarrantyCard answer={coverage.data} />}
          <AsOfFields at={at} set={patch => setParams(withParams(params, patch), { replace: true })} />
          <ConfigurationCard unit={unit} parts={coverage.data?.parts ?? []} />
          <FitsCard of={named} />
          {unit.serial !== undefined && <RegistrationCard of={named} />}
        </div>
        <div className="stack">
          <ClaimsCard of={named} />
          <ComplaintsCard of={named} />
          {unit.serial !== undefined && (
            <>
              <ContractsCard of={named} />
              <ReadingsCard of={named} />
            </>
          )}
          {coverage.data !== undefined && <RestsOn answer={coverage.data} />}
          <Card title={t('lookup.happened')}>
            <Timeline path={`/units/${id}/history`} of={id} empty={<Empty title={t('lookup.noEntries')} />} />
          </Card>
        </div>
      </div>
    </>
  )
}

type Doing = 'reading' | 'register' | 'contract'

function DeskHead({ unit, state, until }: { unit: UnitSummary; state?: string; until?: string }) {
  const { t } = useTexts()
  const { may } = useMe()
  const [doing, setDoing] = useState<Doing | null>(null)
  const number = numberOf(unit)
  const named = { item: unit.item, serial: unit.serial, lot: unit.serial === undefined ? unit.lot : undefined }
  const serial = unit.item !== undefined && unit.serial !== undefined ? { item: unit.item, serial: unit.serial } : null
  const mayCare = may.includes('care')
  const close = () => setDoing(null)
  return (
    <>
      <RecallBanner recalls={unit.recalls} />
      <PageHead
        title={number}
        heading={<Link to={`/units/${unit.id}`}>{<Code>{number}</Code>}</Link>}
        over={
          unit.item && (
            <>
              <ItemLink code={unit.item} name={unit.name} /> · <Code>{unit.item}</Code>
            </>
          )
        }
        states={
          <>
            {state !== undefined && <CoverChip state={state} until={until} />}
            <UnitChips unit={unit} />
          </>
        }
      />
      <div className="care-works no-print">
        {mayCare && (
          <Button
            component={Link}
            to={address(pathOf('claims'), { ...named, new: '1' })}
            leftSection={<IconClipboardPlus size={16} aria-hidden />}
          >
            {t('care.do.claim')}
          </Button>
        )}
        {may.includes('complain') && (
          <Button
            component={Link}
            to={address('/quality/complaints', { new: '1', scan: number })}
            variant="default"
            leftSection={<IconMessageReport size={16} aria-hidden />}
          >
            {t('care.do.complaint')}
          </Button>
        )}
        {mayCare && serial !== null && (
          <>
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setDoing('register')}
            >
              {t('care.do.register')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconGauge size={16} aria-hidden />}
              onClick={() => setDoing('reading')}
            >
              {t('care.do.reading')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconBook2 size={16} aria-hidden />}
              onClick={() => setDoing('contract')}
            >
              {t('care.do.contract')}
            </Button>
          </>
        )}
      </div>
      {serial !== null && doing === 'register' && <RegisterForm of={serial} close={close} />}
      {serial !== null && doing === 'reading' && <ReadingForm of={serial} close={close} />}
      {serial !== null && doing === 'contract' && <ContractForm of={serial} close={close} />}
    </>
  )
}

/** On another day than today, or with what was known then. */
function AsOfFields({ at, set }: { at: AsOf; set: (patch: Record<string, string | undefined>) => void }) {
  const { t } = useTexts()
  return (
    <details className="care-asof no-print" open={at.asOf !== undefined || at.knownAt !== undefined || undefined}>
      <summary className="small">{t('care.anotherDay')}</summary>
      <div className="field-pair">
        <TextInput
          type="date"
          size="md"
          label={t('care.field.asOf')}
          value={at.asOf ?? ''}
          onChange={e => set({ asOf: e.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          size="md"
          label={t('care.field.knownAt')}
          value={at.knownAt?.slice(0, 10) ?? ''}
          onChange={e =>
            set({ knownAt: e.currentTarget.value === '' ? undefined : `${e.currentTarget.value}T23:59:59Z` })
          }
        />
      </div>
    </details>
  )
}
