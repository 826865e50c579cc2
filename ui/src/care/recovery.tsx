// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { address, segment } from '../api/client'
import { currentLanguage } from '../i18n'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Code, PlaceLink } from '../parts/code'
import { Line, languageName, said, Words } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure, PageHead } from '../parts/page'
import { Rows } from '../parts/rows'
import { Ago } from '../parts/when'
import { pathOf as qualityPath } from '../quality/addresses'
import { UnitWords } from '../quality/words'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { today } from './days'
import type { Evidence, Recovery } from './model'
import { CareSteps } from './record-steps'
import { useRecovery } from './use-care'
import { moneyWords, RecoveryChip } from './words'

/** What is asked back of one supplier, with the evidence of each claim, and what they answered. */
export function RecoveryPage() {
  const { number = '' } = useParams()
  const recovery = useRecovery(number)
  if (recovery.isError && recovery.data === undefined) {
    return <ProblemNotice error={recovery.error} retry={() => void recovery.refetch()} />
  }
  return recovery.data === undefined ? <Waiting /> : <Shown recovery={recovery.data} />
}

function Shown({ recovery }: { recovery: Recovery }) {
  const { t } = useTexts()
  const { may } = useMe()
  const { currency } = recovery
  const figures = [
    ['asked', recovery.asked],
    ['accepted', recovery.accepted],
    ['received', recovery.received],
  ] as const
  return (
    <div className="page-parts care">
      <PageHead
        title={recovery.number}
        heading={<PlaceLink code={recovery.supplier} kind="partner" name={recovery.supplierName} />}
        over={
          <>
            <Code>{recovery.number}</Code> · {t('care.openedBy', { who: recovery.actor })}{' '}
            <Ago at={recovery.openedAt} />
          </>
        }
        states={<RecoveryChip state={recovery.state} />}
        actions={<Papers number={recovery.number} />}
      />
      {may.includes('settle') && <Steps recovery={recovery} />}
      <div className="figures">
        {figures.map(([name, amount]) => (
          <Figure key={name} label={t(`care.field.${name}`)}>
            {amount === undefined ? '–' : moneyWords({ amount, currency })}
          </Figure>
        ))}
      </div>
      {recovery.lot !== undefined && (
        <Card title={t('care.causal')}>
          <UnitWords unit={recovery.lot} />
          {recovery.supplierLot !== undefined && (
            <span className="muted small">
              {' '}
              · {t('care.theirLot')} <Code>{recovery.supplierLot}</Code>
            </span>
          )}
        </Card>
      )}
      <EvidenceCard rows={recovery.evidence} currency={currency} />
      <CareSteps path={`/recoveries/${segment(recovery.number)}`} />
    </div>
  )
}

/** The letter to the supplier, in their language, and its figures as a table. */
function Papers({ number }: { number: string }) {
  const { t } = useTexts()
  const path = `/api/v1/recoveries/${segment(number)}/paper`
  return (
    <>
      {(['en', 'de'] as const).map(language => (
        <Button
          key={language}
          component="a"
          href={address(path, { language })}
          target="_blank"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          PDF ({languageName(language)})
        </Button>
      ))}
      <Button
        component="a"
        href={address(path, { format: 'xlsx', language: currentLanguage() })}
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('care.spreadsheet')}
      </Button>
    </>
  )
}

function EvidenceCard({ rows, currency }: { rows: Evidence[]; currency: string }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.evidence')} aside={count(rows.length)}>
      <Rows
        words={[t('care.field.claim'), t('care.field.unit'), t('care.field.failedOn'), t('care.field.receivedOn')]}
        numbers={[t('care.field.amount')]}
      >
        {rows.map(row => (
          <EvidenceRow key={row.claim} row={row} currency={currency} />
        ))}
      </Rows>
    </Card>
  )
}

function EvidenceRow({ row, currency }: { row: Evidence; currency: string }) {
  const { t } = useTexts()
  const { causal } = row
  return (
    <tr>
      <td className="care-cell">
        <Link to={pathOf('claims', row.claim)}>{row.claim}</Link> ·{' '}
        <Link to={qualityPath('complaints', row.complaint)}>{row.complaint}</Link>
        {row.description !== undefined && <div className="muted small">{row.description}</div>}
      </td>
      <td className="care-cell">
        {row.unit !== undefined && <UnitWords unit={row.unit} />}
        {row.part !== undefined && (
          <div>
            <UnitWords unit={row.part} />
          </div>
        )}
      </td>
      <td>{day(row.failedOn)}</td>
      <td className="care-cell">
        <UnitWords unit={causal.lot} />
        <div className="muted small">
          {day(causal.receivedOn)} {causal.document}
        </div>
        <div className="small">
          <Link to={`/entries/${causal.entry.seq}`}>{t('lookup.entryNumber', { seq: count(causal.entry.seq) })}</Link>
        </div>
      </td>
      <td className="num care-money">
        {moneyWords({ amount: row.asked, currency })}
        <div className="muted small">
          {t('care.ofCost', { amount: moneyWords({ amount: row.approved, currency }) })}
        </div>
      </td>
    </tr>
  )
}

const WORKS = ['send', 'answer', 'receive', 'close', 'note'] as const

type Work = (typeof WORKS)[number]

function Steps({ recovery }: { recovery: Recovery }) {
  const { t } = useTexts()
  const [work, setWork] = useState<Work | null>(null)
  const close = () => setWork(null)
  const works = WORKS.filter(one => recovery.next.includes(one))
  return (
    works.length > 0 && (
      <div className="care-works no-print">
        {works.map((one, n) => (
          <Button key={one} variant={n === 0 ? 'filled' : 'default'} onClick={() => setWork(one)}>
            {t(`care.recoveryDo.${one}`)}
          </Button>
        ))}
        {work !== null && (
          <Modal
            opened
            onClose={close}
            title={t(`care.recoveryDo.${work}`)}
            closeButtonProps={{ 'aria-label': t('masters.close') }}
          >
            <Form recovery={recovery} work={work} close={close} />
          </Modal>
        )}
      </div>
    )
  )
}

function Form({ recovery, work, close }: { recovery: Recovery; work: Work; close: () => void }) {
  const { t } = useTexts()
  const [amount, setAmount] = useState((work === 'receive' ? recovery.accepted : undefined) ?? recovery.asked)
  const [on, setOn] = useState(today)
  const [text, setText] = useState('')
  const step = () => {
    switch (work) {
      case 'send':
        return { type: work, reference: said(text) }
      case 'answer':
        return { type: work, accepted: said(amount), reason: said(text) }
      case 'receive':
        return { type: work, amount: said(amount), on: said(on), reference: said(text) }
      case 'close':
        return { type: work, reason: said(text) }
      case 'note':
        return { type: work, text: said(text) }
    }
  }
  return (
    <ActForm
      path={`/recoveries/${segment(recovery.number)}/steps`}
      body={() => ({ step: step() })}
      shown={/^\/(accepted|amount|on|reason|reference|text)$/}
      submit={t(`care.recoveryDo.${work}`)}
      done={close}
      cancel={close}
    >
      {fault => (
        <>
          {work === 'send' && (
            <>
              <p>{t('care.sendHow')}</p>
              <Line label={t('care.field.reference')} value={text} error={fault('/reference')} onChange={setText} />
            </>
          )}
          {work === 'note' && (
            <Words label={t('care.field.note')} value={text} error={fault('/text')} onChange={setText} focus />
          )}
          {(work === 'answer' || work === 'receive') && (
            <Line
              decimal
              label={t(work === 'answer' ? 'care.field.accepted' : 'care.field.received')}
              unit={recovery.currency}
              value={amount}
              error={fault('/accepted') ?? fault('/amount')}
              onChange={setAmount}
            />
          )}
          {work === 'receive' && (
            <>
              <Line type="date" label={t('care.field.on')} value={on} error={fault('/on')} onChange={setOn} />
              <Line label={t('care.field.reference')} value={text} error={fault('/reference')} onChange={setText} />
            </>
          )}
          {(work === 'answer' || work === 'close') && (
            <Words label={t('care.field.reason')} value={text} error={fault('/reason')} onChange={setText} />
          )}
        </>
      )}
    </ActForm>
  )
}
