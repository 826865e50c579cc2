// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Select, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { ActForm } from '../parts/act-form'
import { Choice, Line, said, Words } from '../parts/fields'
import { useMe } from '../shell/session'
import { PartnerField, PlaceField } from '../tasks/fields'
import { apiPath } from './addresses'
import { type Action, DISPOSITIONS, type DispositionKind, type Nonconformance } from './model'

const WORKS = ['contain', 'dispose', 'act', 'done', 'verify', 'note', 'close', 'reopen'] as const

export type NonconformanceWork = (typeof WORKS)[number]

/** What others than quality may do as well. */
const ANYBODYS: readonly NonconformanceWork[] = ['note', 'done']

type Props = {
  nonconformance: Nonconformance
  work: NonconformanceWork | null
  setWork: (work: NonconformanceWork | null) => void
}

/** The buttons of what can be done now, as the server says, and the form of the one that was pressed. */
export function NonconformanceSteps({ nonconformance, work, setWork }: Props) {
  const { t } = useTexts()
  const { may } = useMe()
  const close = () => setWork(null)
  const works = WORKS.filter(one => nonconformance.next.includes(one)).filter(one =>
    may.includes(ANYBODYS.includes(one) ? 'inspect' : 'quality'),
  )
  return (
    <div className="quality-works no-print">
      {works.map(one => (
        <Button key={one} variant={one === works[0] ? 'filled' : 'default'} onClick={() => setWork(one)}>
          {t(`quality.nc.${one}`)}
        </Button>
      ))}
      {work !== null && (
        <Modal
          opened
          onClose={close}
          title={t(`quality.nc.${work}`)}
          closeButtonProps={{ 'aria-label': t('masters.close') }}
        >
          <Form nonconformance={nonconformance} work={work} close={close} />
        </Modal>
      )}
    </div>
  )
}

type FormProps = { nonconformance: Nonconformance; close: () => void }

function Form({ work, ...props }: FormProps & { work: NonconformanceWork }) {
  switch (work) {
    case 'contain':
      return <Contain {...props} />
    case 'dispose':
      return <Dispose {...props} />
    case 'act':
      return <Act {...props} />
    case 'done':
      return <Done {...props} />
    case 'verify':
      return <Verify {...props} />
    case 'note':
      return <Text {...props} work="note" member="text" />
    case 'close':
      return <Text {...props} work="close" member="reason" />
    case 'reopen':
      return <Text {...props} work="reopen" member="reason" />
  }
}

type SentProps = FormProps & {
  work: NonconformanceWork
  step: () => object
  ready: boolean
  grave?: boolean
  shown: RegExp
  children: (fault: FaultAt) => ReactNode
}

function Sent({ nonconformance, close, work, step, ...form }: SentProps) {
  const { t } = useTexts()
  return (
    <ActForm
      {...form}
      path={`${apiPath('nonconformances', nonconformance.number)}/steps`}
      body={() => ({ step: { type: work, ...step() } })}
      submit={t(`quality.nc.${work}`)}
      done={close}
      cancel={close}
    />
  )
}

function Text(props: FormProps & { work: 'note' | 'close' | 'reopen'; member: 'text' | 'reason' }) {
  const { work, member, ...rest } = props
  const { t } = useTexts()
  const [text, setText] = useState('')
  return (
    <Sent
      {...rest}
      work={work}
      step={() => ({ [member]: said(text) })}
      ready={text.trim() !== ''}
      shown={/^\/(text|reason)$/}
    >
      {fault => (
        <Words label={t(`quality.words.${work}`)} value={text} error={fault(`/${member}`)} onChange={setText} focus />
      )}
    </Sent>
  )
}

const SCOPES = ['lot', 'forward'] as const

function Contain(props: FormProps) {
  const { t } = useTexts()
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('lot')
  return (
    <Sent {...props} work="contain" step={() => ({ scope })} ready shown={/^\/(scope|blocks)/}>
      {fault => (
        <Choice
          label={t('quality.field.scope')}
          description={t(`quality.scopeHow.${scope}`)}
          values={SCOPES}
          word={one => t(`quality.scope.${one}`)}
          value={scope}
          error={fault('/scope')}
          onChange={next => setScope(next ?? 'lot')}
        />
      )}
    </Sent>
  )
}

function Dispose(props: FormProps) {
  const { nonconformance } = props
  const { t } = useTexts()
  const [as, setAs] = useState<DispositionKind>('scrap')
  const [qty, setQty] = useState('')
  const [serials, setSerials] = useState('')
  const [place, setPlace] = useState('')
  const [partner, setPartner] = useState('')
  const [run, setRun] = useState('')
  const [reason, setReason] = useState('')
  const numbers = serials.split(/[\s,;]+/).filter(Boolean)
  const isLot = nonconformance.lot !== undefined
  return (
    <Sent
      {...props}
      work="dispose"
      grave={as === 'scrap'}
      ready={reason.trim() !== '' && (as !== 'return' || partner !== '')}
      step={() => ({
        as,
        qty: said(qty),
        serials: numbers.length === 0 ? undefined : numbers,
        place: said(place),
        partner: as === 'return' ? said(partner) : undefined,
        run: as === 'rework' ? said(run) : undefined,
        reason: said(reason),
      })}
      shown={/^\/(as|qty|serials|place|partner|run|reason)/}
    >
      {fault => (
        <>
          <Choice
            label={t('quality.field.as')}
            description={t(`quality.dispositionHow.${as}`)}
            values={DISPOSITIONS}
            word={one => t(`quality.disposition.${one}`)}
            value={as}
            error={fault('/as')}
            onChange={next => setAs(next ?? 'scrap')}
          />
          {isLot ? (
            <Line
              decimal
              label={t('quality.field.qty')}
              description={t('quality.allThatIsLeft')}
              unit={nonconformance.unit}
              value={qty}
              error={fault('/qty')}
              onChange={setQty}
            />
          ) : (
            <Words
              label={t('quality.field.serials')}
              description={t('quality.allThatIsLeft')}
              rows={2}
              value={serials}
              error={fault('/serials')}
              onChange={setSerials}
            />
          )}
          {as === 'return' && (
            <PartnerField
              label={t('quality.field.returnTo')}
              value={partner}
              error={fault('/partner')}
              onChange={setPartner}
            />
          )}
          {as === 'rework' && (
            <Line code label={t('quality.field.run')} value={run} error={fault('/run')} onChange={setRun} />
          )}
          <PlaceField label={t('quality.field.fromPlace')} value={place} error={fault('/place')} onChange={setPlace} />
          <Words label={t('quality.field.reason')} value={reason} error={fault('/reason')} onChange={setReason} />
        </>
      )}
    </Sent>
  )
}

function Act(props: FormProps) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  return (
    <Sent
      {...props}
      work="act"
      step={() => ({ text: said(text), owner: said(owner), due: said(due) })}
      ready={text.trim() !== '' && owner.trim() !== '' && due !== ''}
      shown={/^\/(text|owner|due)$/}
    >
      {fault => (
        <>
          <Words label={t('quality.field.action')} value={text} error={fault('/text')} onChange={setText} focus />
          <div className="field-pair">
            <Line label={t('quality.field.owner')} value={owner} error={fault('/owner')} onChange={setOwner} />
            <Line type="date" label={t('quality.field.due')} value={due} error={fault('/due')} onChange={setDue} />
          </div>
        </>
      )}
    </Sent>
  )
}

type ActionFieldProps = { label: string; actions: readonly Action[]; value: string; onChange: (n: string) => void }

function ActionField({ label, actions, value, onChange }: ActionFieldProps) {
  return (
    <Select
      size="md"
      label={label}
      allowDeselect={false}
      data={actions.map(one => ({ value: String(one.n), label: one.text }))}
      value={value}
      onChange={next => onChange(next ?? value)}
    />
  )
}

function Done(props: FormProps) {
  const { t } = useTexts()
  const actions = props.nonconformance.actions.filter(one => one.done === undefined)
  const [n, setN] = useState(String(actions[0]?.n ?? ''))
  const [result, setResult] = useState('')
  return (
    <Sent
      {...props}
      work="done"
      step={() => ({ n: Number(n), result: said(result) })}
      ready={n !== ''}
      shown={/^\/(n|result)$/}
    >
      {fault => (
        <>
          <ActionField label={t('quality.field.action')} actions={actions} value={n} onChange={setN} />
          <Words label={t('quality.field.result')} value={result} error={fault('/result')} onChange={setResult} />
        </>
      )}
    </Sent>
  )
}

function Verify(props: FormProps) {
  const { t } = useTexts()
  const actions = props.nonconformance.actions.filter(one => one.done !== undefined && one.effective === undefined)
  const [n, setN] = useState(String(actions[0]?.n ?? ''))
  const [effective, setEffective] = useState(true)
  const [evidence, setEvidence] = useState('')
  return (
    <Sent
      {...props}
      work="verify"
      step={() => ({ n: Number(n), effective, evidence: said(evidence) })}
      ready={n !== '' && evidence.trim() !== ''}
      shown={/^\/(n|effective|evidence)$/}
    >
      {fault => (
        <>
          <ActionField label={t('quality.field.action')} actions={actions} value={n} onChange={setN} />
          <Switch
            label={t(effective ? 'quality.effective' : 'quality.notEffective')}
            checked={effective}
            onChange={e => setEffective(e.currentTarget.checked)}
          />
          <Words
            label={t('quality.field.evidence')}
            value={evidence}
            error={fault('/evidence')}
            onChange={setEvidence}
          />
        </>
      )}
    </Sent>
  )
}
