// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { address, segment } from '../api/client'
import { day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Code, ItemLink } from '../parts/code'
import { said, Words } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { pathOf as qualityPath } from '../quality/addresses'
import { ComplaintChip } from '../quality/words'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import type { FitRow } from './fit-model'
import { useFits } from './fit-use'
import type { KeptReading } from './model'
import { useClaims, useComplaintsOf, useContracts, useReadings } from './use-care'
import { ClaimChip } from './words'

type Of = { item?: string; serial?: string }

/** Rows of a card, or in a few words that there are none. */
function Listed<T>(props: {
  title: string
  rows: readonly T[] | undefined
  error: unknown
  none: string
  keyOf: (row: T) => string
  aside?: ReactNode
  children: (row: T) => ReactNode
}) {
  const { title, rows, error, none, keyOf, aside, children } = props
  return (
    <Card title={title} aside={aside}>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {rows?.length === 0 && <p className="muted care-none">{none}</p>}
      <ul className="care-list">
        {rows?.map(row => (
          <li key={keyOf(row)}>{children(row)}</li>
        ))}
      </ul>
    </Card>
  )
}

const FIT_SIGNS = { yes: 'ok', no: 'bad', unknown: 'unknown' } as const

export function FitChip({ answer }: { answer: string }) {
  const { t } = useTexts()
  const known = answer === 'yes' || answer === 'no' ? answer : 'unknown'
  return <StateChip state={FIT_SIGNS[known]}>{t(`care.fit.${known}`)}</StateChip>
}

/** What fits it of all that the rules speak of. */
export function FitsCard({ of }: { of: Of }) {
  const { t } = useTexts()
  const fits = useFits(of.item ?? '', of.serial)
  return (
    <Listed<FitRow>
      title={t('care.fits')}
      rows={fits.data?.items}
      error={fits.error}
      none={t('care.noFits')}
      keyOf={row => row.object.item}
      aside={<Link to={address(pathOf('fits'), of)}>{t('care.tab.fits')}</Link>}
    >
      {row => (
        <span className="care-cover">
          <span className="care-name">
            <ItemLink code={row.object.item} name={row.object.name} />{' '}
            {row.object.name !== undefined && <Code>{row.object.item}</Code>}
          </span>
          <FitChip answer={row.answer} />
        </span>
      )}
    </Listed>
  )
}

export function ClaimsCard({ of }: { of: Of }) {
  const { t } = useTexts()
  const { pages, rows } = useClaims(of)
  return (
    <Listed
      title={t('care.tab.claims')}
      rows={pages.data === undefined ? undefined : rows}
      error={pages.error}
      none={t('care.noClaimsOfIt')}
      keyOf={row => row.number}
    >
      {row => (
        <>
          <Link to={pathOf('claims', row.number)}>{row.title}</Link>
          <div className="care-chips small">
            <Code>{row.number}</Code>
            <ClaimChip state={row.state} />
            <span className="muted">{day(row.failedOn)}</span>
          </div>
        </>
      )}
    </Listed>
  )
}

export function ComplaintsCard({ of }: { of: Of }) {
  const { t } = useTexts()
  const complaints = useComplaintsOf(of)
  return (
    <Listed
      title={t('quality.tab.complaints')}
      rows={complaints.data?.items}
      error={complaints.error}
      none={t('care.noComplaintsOfIt')}
      keyOf={row => row.number}
    >
      {row => (
        <>
          <Link to={qualityPath('complaints', row.number)}>{row.title}</Link>
          <div className="care-chips small">
            <Code>{row.number}</Code>
            <ComplaintChip state={row.state} />
            <span className="muted">{day(row.reportedOn)}</span>
          </div>
        </>
      )}
    </Listed>
  )
}

/** The extensions that were sold for it; without any there is nothing to show. */
export function ContractsCard({ of }: { of: Of }) {
  const { t } = useTexts()
  const contracts = useContracts(of)
  if (contracts.data?.items.length === 0) {
    return null
  }
  return (
    <Listed
      title={t('care.contracts')}
      rows={contracts.data?.items}
      error={contracts.error}
      none=""
      keyOf={row => row.id}
    >
      {row => (
        <>
          <Link to={pathOf('terms', row.term)} className="code">
            {row.term}
          </Link>{' '}
          <span className="muted small">
            {t('care.sold', { day: day(row.soldOn) })} {row.reference}
          </span>
        </>
      )}
    </Listed>
  )
}

/** What its meters showed and which versions it had; a wrong one is struck and stays readable. */
export function ReadingsCard({ of }: { of: Of }) {
  const { t } = useTexts()
  const readings = useReadings(of)
  const mayStrike = useMe().may.includes('care')
  const [struck, setStruck] = useState<KeptReading | null>(null)
  if (readings.data?.items.length === 0) {
    return null
  }
  return (
    <>
      <Listed
        title={t('care.readings')}
        rows={readings.data?.items}
        error={readings.error}
        none=""
        keyOf={row => row.id}
      >
        {row => (
          <span className="care-cover">
            <span className="care-name">
              {row.struck === undefined ? (
                <ReadingWords of={row} />
              ) : (
                <s className="muted">
                  <ReadingWords of={row} />
                </s>
              )}
              <span className="muted small"> · {day(row.on)}</span>
              {row.struck !== undefined && <div className="muted small">{row.struck}</div>}
            </span>
            {mayStrike && row.struck === undefined && (
              <Button
                variant="subtle"
                size="compact-sm"
                className="no-print"
                aria-label={t('care.strikeOf', { name: row.name, value: row.value })}
                onClick={() => setStruck(row)}
              >
                {t('care.do.strike')}
              </Button>
            )}
          </span>
        )}
      </Listed>
      {struck !== null && <Strike reading={struck} close={() => setStruck(null)} />}
    </>
  )
}

function ReadingWords({ of }: { of: KeptReading }) {
  return of.kind === 'meter' ? (
    <>
      {quantity(of.value)} {of.name}
    </>
  ) : (
    <>
      {of.name} <Code>{of.value}</Code>
    </>
  )
}

function Strike({ reading, close }: { reading: KeptReading; close: () => void }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={close} title={t('care.do.strike')} closeButtonProps={{ 'aria-label': t('masters.close') }}>
      <ActForm
        path={`/readings/${segment(reading.id)}/strike`}
        body={() => ({ reason: said(reason) })}
        shown={/^\/reason$/}
        submit={t('care.do.strike')}
        ready={reason.trim() !== ''}
        done={close}
        cancel={close}
      >
        {fault => (
          <Words label={t('care.field.reason')} value={reason} error={fault('/reason')} onChange={setReason} focus />
        )}
      </ActForm>
    </Modal>
  )
}
