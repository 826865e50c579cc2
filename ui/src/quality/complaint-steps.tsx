// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { ActForm } from '../parts/act-form'
import { Choice, Count, CountryField, Line, said, Words } from '../parts/fields'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { apiPath } from './addresses'
import { CodeField } from './code-field'
import { type Complaint, type ComplaintStep, SEVERITIES } from './model'
import { oneOf } from './words'

export const WORKS = ['reply', 'code', 'identify', 'detail', 'investigate', 'note', 'merge', 'close', 'reopen'] as const

export type Work = (typeof WORKS)[number]

/** What can be done in a complaint in its state; deciding about it is for quality. */
function worksOf(complaint: Complaint, mayJudge: boolean): Work[] {
  if (complaint.state === 'merged') {
    return []
  }
  if (complaint.state === 'closed') {
    return mayJudge ? ['reopen', 'note'] : ['note']
  }
  const all: Work[] = ['reply', 'code', 'identify', 'detail', 'note']
  return mayJudge ? [...all, 'investigate', 'merge', 'close'] : all
}

type Props = { complaint: Complaint; work: Work | null; setWork: (work: Work | null) => void }

/** The buttons of what can be done, and the form of the one that was pressed. */
export function ComplaintSteps({ complaint, work, setWork }: Props) {
  const { t } = useTexts()
  const mayJudge = useMe().may.includes('quality')
  const close = () => setWork(null)
  return (
    <div className="quality-works no-print">
      {worksOf(complaint, mayJudge).map(one => (
        <Button key={one} variant={one === 'close' ? 'filled' : 'default'} onClick={() => setWork(one)}>
          {t(`quality.do.${one}`)}
        </Button>
      ))}
      {work !== null && (
        <Modal
          opened
          onClose={close}
          title={t(`quality.do.${work}`)}
          closeButtonProps={{ 'aria-label': t('masters.close') }}
        >
          <Form complaint={complaint} work={work} close={close} />
        </Modal>
      )}
    </div>
  )
}

type FormProps = { complaint: Complaint; close: () => void }

function Form({ work, ...props }: FormProps & { work: Work }) {
  switch (work) {
    case 'note':
      return <TextForm {...props} work="note" step={text => ({ type: 'note', text })} at="/text" />
    case 'reply':
      return <TextForm {...props} work="reply" step={text => ({ type: 'reply', text })} at="/text" />
    case 'investigate':
      return (
        <TextForm {...props} work="investigate" step={findings => ({ type: 'investigate', findings })} at="/findings" />
      )
    case 'reopen':
      return <TextForm {...props} work="reopen" step={reason => ({ type: 'reopen', reason })} at="/reason" />
    case 'code':
      return <CodeForm {...props} />
    case 'identify':
      return <IdentifyForm {...props} />
    case 'detail':
      return <DetailForm {...props} />
    case 'merge':
      return <MergeForm {...props} />
    case 'close':
      return <CloseForm {...props} />
  }
}

function Sent(
  props: FormProps & {
    work: Work
    step: () => ComplaintStep
    ready: boolean
    shown: RegExp
    children: (fault: FaultAt) => React.ReactNode
  },
) {
  const { complaint, close, work, step, ready, shown, children } = props
  const { t } = useTexts()
  return (
    <ActForm
      path={`${apiPath('complaints', complaint.number)}/steps`}
      body={() => ({ step: step() })}
      shown={shown}
      submit={t(`quality.do.${work}`)}
      ready={ready}
      done={close}
      cancel={close}
    >
      {children}
    </ActForm>
  )
}

type TextWork = 'note' | 'reply' | 'investigate' | 'reopen'

function TextForm(
  props: FormProps & { work: TextWork; step: (text: string | undefined) => ComplaintStep; at: string },
) {
  const { work, step, at, ...rest } = props
  const { t } = useTexts()
  const [text, setText] = useState('')
  return (
    <Sent {...rest} work={work} step={() => step(said(text))} ready={text.trim() !== ''} shown={new RegExp(`^${at}$`)}>
      {fault => (
        <Words
          label={t(`quality.words.${work}`)}
          description={work === 'reply' ? t('quality.replyHow') : undefined}
          value={text}
          error={fault(at)}
          onChange={setText}
          rows={5}
          focus
        />
      )}
    </Sent>
  )
}

function CodeForm(props: FormProps) {
  const { complaint } = props
  const { t } = useTexts()
  const [code, setCode] = useState(complaint.code ?? '')
  const [severity, setSeverity] = useState(oneOf(SEVERITIES, complaint.severity))
  const [confirmed, setConfirmed] = useState(complaint.confirmed)
  return (
    <Sent
      {...props}
      work="code"
      step={() => ({ type: 'code', code: said(code), severity, confirmed })}
      ready={code !== ''}
      shown={/^\/(code|severity|confirmed)$/}
    >
      {fault => (
        <>
          <CodeField label={t('quality.field.code')} value={code} error={fault('/code')} onChange={setCode} />
          <Choice
            label={t('quality.field.severity')}
            values={SEVERITIES}
            word={one => t(`quality.severity.${one}`)}
            value={severity}
            error={fault('/severity')}
            onChange={setSeverity}
            clearable
          />
          <Checkbox
            label={t('quality.confirmedHow')}
            checked={confirmed}
            onChange={e => setConfirmed(e.currentTarget.checked)}
          />
        </>
      )}
    </Sent>
  )
}

function IdentifyForm(props: FormProps) {
  const { said: before } = props.complaint
  const { t } = useTexts()
  const [item, setItem] = useState(before.item ?? '')
  const [serial, setSerial] = useState(before.serial ?? '')
  const [lot, setLot] = useState(before.lot ?? '')
  return (
    <Sent
      {...props}
      work="identify"
      step={() => ({ type: 'identify', item: said(item), serial: said(serial), lot: said(lot) })}
      ready={item !== '' || serial.trim() !== '' || lot.trim() !== ''}
      shown={/^\/(item|serial|lot)$/}
    >
      {fault => (
        <>
          <ItemField label={t('quality.field.item')} value={item} error={fault('/item')} onChange={setItem} />
          <Line code label={t('quality.field.serial')} value={serial} error={fault('/serial')} onChange={setSerial} />
          <Line code label={t('quality.field.lot')} value={lot} error={fault('/lot')} onChange={setLot} />
        </>
      )}
    </Sent>
  )
}

function DetailForm(props: FormProps) {
  const { complaint } = props
  const { t } = useTexts()
  const [failedOn, setFailedOn] = useState(complaint.failedOn ?? '')
  const [place, setPlace] = useState(complaint.place ?? '')
  const [country, setCountry] = useState(complaint.country ?? '')
  const [injuries, setInjuries] = useState(complaint.injuries)
  return (
    <Sent
      {...props}
      work="detail"
      step={() => ({ type: 'detail', failedOn: said(failedOn), place: said(place), country: said(country), injuries })}
      ready
      shown={/^\/(failedOn|place|country|injuries)$/}
    >
      {fault => (
        <>
          <Line
            type="date"
            label={t('quality.field.failedOn')}
            value={failedOn}
            error={fault('/failedOn')}
            onChange={setFailedOn}
          />
          <Count
            label={t('quality.field.injuries')}
            value={injuries}
            error={fault('/injuries')}
            onChange={setInjuries}
          />
          <Line label={t('quality.field.place')} value={place} error={fault('/place')} onChange={setPlace} />
          <CountryField
            label={t('quality.field.country')}
            value={country}
            error={fault('/country')}
            onChange={setCountry}
          />
        </>
      )}
    </Sent>
  )
}

function MergeForm(props: FormProps) {
  const { t } = useTexts()
  const [into, setInto] = useState(props.complaint.duplicates[0]?.number ?? '')
  return (
    <Sent
      {...props}
      work="merge"
      step={() => ({ type: 'merge', into: said(into) })}
      ready={into.trim() !== ''}
      shown={/^\/into$/}
    >
      {fault => (
        <TextInput
          label={t('quality.field.into')}
          description={t('quality.intoHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={into}
          error={fault('/into')}
          onChange={e => setInto(e.currentTarget.value)}
          classNames={{ input: 'code' }}
          size="md"
          data-autofocus
        />
      )}
    </Sent>
  )
}

function CloseForm(props: FormProps) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState('')
  return (
    <Sent
      {...props}
      work="close"
      step={() => ({ type: 'close', reason: said(reason), outcome: said(outcome) })}
      ready={reason.trim() !== ''}
      shown={/^\/(reason|outcome)$/}
    >
      {fault => (
        <>
          <Words label={t('quality.words.close')} value={reason} error={fault('/reason')} onChange={setReason} focus />
          <Words
            label={t('quality.field.outcome')}
            description={t('quality.outcomeHow')}
            value={outcome}
            error={fault('/outcome')}
            onChange={setOutcome}
          />
        </>
      )}
    </Sent>
  )
}
