// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { ActForm } from '../parts/act-form'
import { Line, ORDER, said, Words } from '../parts/fields'
import { CodeField } from '../quality/code-field'
import { useMeant } from '../quality/use-meant'
import { oneOf } from '../quality/words'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { today } from './days'
import type { Claim, UnitRef } from './model'
import { moneyWords, whatWord } from './words'

export const WORKS = [
  'submit',
  'approve',
  'reject',
  'repair',
  'replace',
  'pay',
  'judge',
  'cause',
  'noFault',
  'detail',
  'note',
  'withdraw',
  'reopen',
] as const

export type Work = (typeof WORKS)[number]

/** What only those may do who settle claims. */
const SETTLING: readonly Work[] = ['approve', 'reject', 'pay', 'noFault', 'reopen']

/** What can be done next in a claim by somebody, in the order in which it is mostly done. */
export function worksOf(next: readonly string[], maySettle: boolean): Work[] {
  return WORKS.filter(one => next.includes(one) && (maySettle || !SETTLING.includes(one)))
}

type Props = { claim: Claim; work: string | null; setWork: (work: Work | null) => void }

/** The buttons of what can be done, the next one first, and the form of the one that was pressed. */
export function ClaimSteps({ claim, work, setWork }: Props) {
  const { t } = useTexts()
  const maySettle = useMe().may.includes('settle')
  const close = () => setWork(null)
  const works = worksOf(claim.next, maySettle)
  const doing = oneOf(works, work ?? undefined)
  return (
    <div className="care-works no-print">
      {works.map((one, n) => (
        <Button key={one} variant={n === 0 ? 'filled' : 'default'} onClick={() => setWork(one)}>
          {t(`care.claimDo.${one}`)}
        </Button>
      ))}
      {doing !== undefined && (
        <Modal
          opened
          onClose={close}
          title={t(`care.claimDo.${doing}`)}
          closeButtonProps={{ 'aria-label': t('masters.close') }}
        >
          <Form claim={claim} work={doing} close={close} />
        </Modal>
      )}
    </div>
  )
}

type FormProps = { claim: Claim; work: Work; close: () => void }

function Form(props: FormProps) {
  switch (props.work) {
    case 'submit':
    case 'judge':
      return <Sent {...props} step={() => ({ type: props.work })} ready shown={/^$/} />
    case 'approve':
      return <ApproveForm {...props} />
    case 'reject':
    case 'withdraw':
    case 'reopen':
      return <TextForm {...props} name="reason" />
    case 'note':
    case 'noFault':
      return <TextForm {...props} name="text" />
    case 'repair':
      return <RepairForm {...props} />
    case 'replace':
      return <ReplaceForm {...props} />
    case 'pay':
      return <PayForm {...props} />
    case 'cause':
      return <CauseForm {...props} />
    case 'detail':
      return <DetailForm {...props} />
  }
}

function Sent(
  props: FormProps & { step: () => object; ready: boolean; shown: RegExp; children?: (fault: FaultAt) => ReactNode },
) {
  const { claim, work, close, step, ready, shown, children } = props
  const { t } = useTexts()
  return (
    <ActForm
      path={`/claims/${segment(claim.number)}/steps`}
      body={() => ({ step: step() })}
      shown={shown}
      submit={t(`care.claimDo.${work}`)}
      ready={ready}
      grave={work === 'reject'}
      done={close}
      cancel={close}
    >
      {fault => children?.(fault) ?? <p>{t(work === 'judge' ? 'care.judgeHow' : 'care.submitHow')}</p>}
    </ActForm>
  )
}

function TextForm(props: FormProps & { name: 'text' | 'reason' }) {
  const { name, work } = props
  const { t } = useTexts()
  const [text, setText] = useState('')
  return (
    <Sent
      {...props}
      step={() => ({ type: work, [name]: said(text) })}
      ready={text.trim() !== ''}
      shown={/^\/(text|reason)$/}
    >
      {fault => (
        <Words
          label={t(
            work === 'noFault' ? 'care.field.looked' : name === 'text' ? 'care.field.note' : 'care.field.reason',
          )}
          description={work === 'noFault' ? t('care.noFaultHow') : undefined}
          value={text}
          error={fault(`/${name}`)}
          onChange={setText}
          focus
        />
      )}
    </Sent>
  )
}

/** What is paid of each line: what the terms pay, unless somebody has a reason for another amount. */
function ApproveForm(props: FormProps) {
  const { claim } = props
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [amounts, setAmounts] = useState(() =>
    claim.lines.map(({ amount = '' }, i) => {
      const judged = claim.judgement?.lines.find(line => line.n === i + 1)
      return judged === undefined || judged.unknown ? amount : judged.payable
    }),
  )
  const lines = amounts.map((amount, i) => ({ n: i + 1, amount: amount.trim() }))
  const agrees = claim.judgement?.verdict === 'covered' || claim.judgement?.verdict === 'part'
  return (
    <Sent
      {...props}
      step={() => ({ type: 'approve', lines: lines.length === 0 ? undefined : lines, reason: said(reason) })}
      ready={agrees || reason.trim() !== ''}
      shown={/^\/(reason|lines\/\d+\/amount)$/}
    >
      {fault => (
        <>
          {claim.lines.map((line, i) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, which never changes
              key={i}
              decimal
              label={`${whatWord(line.what ?? '', t)}${line.text === undefined ? '' : ` · ${line.text}`}`}
              description={t('care.askedFor', { amount: moneyWords(line) })}
              unit={line.currency}
              value={amounts[i] ?? ''}
              error={fault(`/lines/${i}/amount`)}
              onChange={amount => setAmounts(now => now.map((one, at) => (at === i ? amount : one)))}
            />
          ))}
          <Words
            label={t('care.field.reason')}
            description={agrees ? undefined : t('care.againstHow')}
            value={reason}
            error={fault('/reason')}
            onChange={setReason}
          />
        </>
      )}
    </Sent>
  )
}

/** Fills in what is scanned while a form is open, the first empty field first. */
function useScanned(take: (unit: UnitRef) => void) {
  const meant = useMeant()
  useScans(code =>
    meant(code, found => {
      signal(found === null ? 'wrong' : 'right')
      if (found !== null) {
        take(found)
      }
    }),
  )
}

type Piece = { item: string; serial: string }

const pieceOf = ({ item = '', serial = '' }: UnitRef): Piece => ({ item, serial })

/** A serial, or nothing where none is named. */
const piece = ({ item, serial }: Piece) =>
  serial.trim() === '' ? undefined : { item: said(item), serial: said(serial) }

/** Which part came out and which went in; both must have been recorded. */
function RepairForm(props: FormProps) {
  const { t } = useTexts()
  const part = props.claim.part
  const [removed, setRemoved] = useState(() => pieceOf(part ?? {}))
  const [installed, setInstalled] = useState(() => ({ ...pieceOf({ item: part?.item }) }))
  const [text, setText] = useState('')
  useScanned(found => {
    if (removed.serial === '') {
      setRemoved(pieceOf(found))
    } else {
      setInstalled(pieceOf(found))
    }
  })
  return (
    <Sent
      {...props}
      step={() => ({ type: 'repair', removed: piece(removed), installed: piece(installed), text: said(text) })}
      ready
      shown={/^\/(removed|installed|text)/}
    >
      {fault => (
        <>
          <p className="muted small">{t('care.repairHow')}</p>
          <PieceFields name="removed" piece={removed} onChange={setRemoved} fault={fault} />
          <PieceFields name="installed" piece={installed} onChange={setInstalled} fault={fault} />
          <Words label={t('care.field.note')} value={text} error={fault('/text')} onChange={setText} />
        </>
      )}
    </Sent>
  )
}

function PieceFields(props: {
  name: 'removed' | 'installed'
  piece: Piece
  onChange: (piece: Piece) => void
  fault: FaultAt
}) {
  const { name, piece, onChange, fault } = props
  const { t } = useTexts()
  return (
    <fieldset className="care-fieldset">
      <legend>{t(`care.field.${name}`)}</legend>
      <div className="field-pair">
        <Line
          code
          label={t('care.field.serial')}
          value={piece.serial}
          error={fault(`/${name}/serial`) ?? fault(`/${name}`)}
          onChange={serial => onChange({ ...piece, serial })}
        />
        <ItemField
          label={t('care.field.item')}
          value={piece.item}
          error={fault(`/${name}/item`)}
          onChange={item => onChange({ ...piece, item })}
        />
      </div>
    </fieldset>
  )
}

function ReplaceForm(props: FormProps) {
  const { t } = useTexts()
  const [serial, setSerial] = useState('')
  useScanned(found => setSerial(found.serial ?? ''))
  return (
    <Sent
      {...props}
      step={() => ({ type: 'replace', serial: said(serial) })}
      ready={serial.trim() !== ''}
      shown={/^\/serial$/}
    >
      {fault => (
        <Line
          code
          label={t('care.field.replacedBy')}
          description={t('care.replaceHow')}
          value={serial}
          error={fault('/serial')}
          onChange={setSerial}
        />
      )}
    </Sent>
  )
}

function PayForm(props: FormProps) {
  const { claim } = props
  const { t } = useTexts()
  const currency = claim.lines[0]?.currency ?? 'EUR'
  const [amount, setAmount] = useState(() => sumOf((claim.decision?.lines ?? []).flatMap(line => line.amount ?? [])))
  const [on, setOn] = useState(today)
  const [reference, setReference] = useState('')
  return (
    <Sent
      {...props}
      step={() => ({ type: 'pay', amount: said(amount), currency, on: said(on), reference: said(reference) })}
      ready={amount.trim() !== '' && on !== ''}
      shown={/^\/(amount|currency|on|reference)$/}
    >
      {fault => (
        <>
          <Line
            decimal
            label={t('care.field.amount')}
            unit={currency}
            value={amount}
            error={fault('/amount') ?? fault('/currency')}
            onChange={setAmount}
          />
          <Line type="date" label={t('care.field.on')} value={on} error={fault('/on')} onChange={setOn} />
          <Line
            label={t('care.field.reference')}
            value={reference}
            error={fault('/reference')}
            onChange={setReference}
          />
        </>
      )}
    </Sent>
  )
}

/** The sum of decimal strings, without rounding. */
export function sumOf(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map(one => (one.includes('.') ? one.length - one.indexOf('.') - 1 : 0)))
  const scaled = amounts.reduce((sum, one) => {
    const [whole = '0', part = ''] = one.split('.')
    return sum + BigInt(`${whole}${part.padEnd(digits, '0')}`)
  }, 0n)
  const text = String(scaled).padStart(digits + 1, '0')
  return amounts.length === 0 ? '' : digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The part or lot that is the cause, where it is not the one that was found through the genealogy. */
function CauseForm(props: FormProps) {
  const { t } = useTexts()
  const [unit, setUnit] = useState(props.claim.causal?.lot.unit ?? '')
  const [name, setName] = useState(props.claim.causal?.lot.lot ?? '')
  useScanned(found => {
    setUnit(found.unit ?? '')
    setName(found.serial ?? found.lot ?? '')
  })
  const meant = useMeant()
  return (
    <Sent {...props} step={() => ({ type: 'cause', unit: said(unit) })} ready={unit !== ''} shown={/^\/unit$/}>
      {fault => (
        <TextInput
          label={t('care.field.causal')}
          description={t('care.causeHow')}
          inputWrapperOrder={[...ORDER]}
          value={name}
          error={fault('/unit')}
          onChange={e => {
            setName(e.currentTarget.value)
            setUnit('')
          }}
          onBlur={() => unit === '' && name.trim() !== '' && meant(name, found => setUnit(found?.unit ?? ''))}
          classNames={{ input: 'code' }}
          size="md"
          data-autofocus
        />
      )}
    </Sent>
  )
}

function DetailForm(props: FormProps) {
  const { claim } = props
  const { t } = useTexts()
  const [failedOn, setFailedOn] = useState(claim.failedOn ?? '')
  const [code, setCode] = useState(claim.code ?? '')
  const [description, setDescription] = useState(claim.description ?? '')
  return (
    <Sent
      {...props}
      step={() => ({
        type: 'detail',
        failedOn: said(failedOn),
        code: said(code),
        description: said(description),
      })}
      ready
      shown={/^\/(failedOn|code|description)$/}
    >
      {fault => (
        <>
          <Line
            type="date"
            label={t('care.field.failedOn')}
            value={failedOn}
            error={fault('/failedOn')}
            onChange={setFailedOn}
          />
          <CodeField label={t('quality.field.code')} value={code} error={fault('/code')} onChange={setCode} />
          <Words
            label={t('care.field.description')}
            value={description}
            error={fault('/description')}
            onChange={setDescription}
          />
        </>
      )}
    </Sent>
  )
}
