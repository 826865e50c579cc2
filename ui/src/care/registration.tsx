// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, FileButton, Menu, Modal } from '@mantine/core'
import { IconDotsVertical, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { ActForm } from '../parts/act-form'
import { Code } from '../parts/code'
import { Copyable } from '../parts/copyable'
import { Choice, countryName, Line, languageName, said, Words } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import { today } from './days'
import { OwnerFields } from './desk-forms'
import { PROOFS, type Proof, type Registration } from './model'
import { useRegistrations } from './use-care'
import { proofWord } from './words'

/** Who registered it, when they bought it and with which proof. */
export function RegistrationCard({ of }: { of: { item?: string; serial?: string } }) {
  const { t } = useTexts()
  const registrations = useRegistrations(of)
  const rows = registrations.data?.items
  return (
    <Card title={t('care.registration')}>
      {registrations.isError && <ProblemNotice error={registrations.error} />}
      {rows?.length === 0 && <p className="muted care-none">{t('care.noRegistration')}</p>}
      {rows?.map(row => (
        <Registered key={row.number} registration={row} />
      ))}
    </Card>
  )
}

const WORKS = ['verify', 'transfer', 'correct', 'end', 'note', 'erase'] as const

type Work = (typeof WORKS)[number]

function Registered({ registration }: { registration: Registration }) {
  const { t } = useTexts()
  const mayCare = useMe().may.includes('care')
  const [work, setWork] = useState<Work | null>(null)
  const { number, owner, proof, erased } = registration
  return (
    <section className="care-registration">
      <div className="care-cover">
        <span className="care-name">
          <Code>{number}</Code>{' '}
          <span className="muted small">
            <Ago at={registration.registeredAt} />
          </span>
        </span>
        <StateChip state={proof === 'said' ? 'held' : 'ok'}>{proofWord(proof, t)}</StateChip>
        {registration.endedOn !== undefined && (
          <StateChip state="gone">{t('care.ended', { day: day(registration.endedOn) })}</StateChip>
        )}
        {erased !== undefined && <StateChip state="gone">{t('care.erased')}</StateChip>}
        {mayCare && <Works number={number} setWork={setWork} />}
      </div>
      {registration.warnings.map(one => (
        <p key={one.code} className="care-none">
          <StateChip state="held">{one.detail}</StateChip>
        </p>
      ))}
      <Facts
        facts={[
          [t('care.field.boughtOn'), registration.boughtOn && day(registration.boughtOn)],
          [t('care.field.installedOn'), registration.installedOn && day(registration.installedOn)],
          [t('care.field.seller'), registration.seller],
          [t('care.field.name'), owner?.name],
          [t('care.field.email'), owner?.email && <a href={`mailto:${owner.email}`}>{owner.email}</a>],
          [t('care.field.phone'), owner?.phone && <a href={`tel:${owner.phone}`}>{owner.phone}</a>],
          [t('care.field.country'), owner?.country && countryName(owner.country)],
          [t('care.field.language'), owner?.language && languageName(owner.language)],
          [t('care.field.proof'), registration.proofs.length > 0 && <Proofs of={registration} />],
          [t('care.field.newOwners'), registration.transfers.map(day).join(', ')],
        ]}
      />
      {mayCare && registration.link !== undefined && (
        <p className="small no-print">
          {t('care.ownerPage')}{' '}
          <Copyable name={t('care.ownerPage')} text={new URL(registration.link, window.location.origin).href} />
        </p>
      )}
      {work !== null && <WorkForm registration={registration} work={work} close={() => setWork(null)} />}
    </section>
  )
}

/** The papers that prove when it was bought. */
function Proofs({ of: { number, proofs } }: { of: Registration }) {
  return proofs.map(({ n, name }) => (
    <div key={n}>
      <a href={`/api/v1/registrations/${segment(number)}/proof/${n}`} target="_blank" rel="noreferrer">
        {name}
      </a>
    </div>
  ))
}

/** What can be done with a registration; on a phone there is no room for as many buttons. */
function Works({ number, setWork }: { number: string; setWork: (work: Work) => void }) {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>(null)
  const path = `/registrations/${segment(number)}`
  const proof = async (file: File | null) => {
    if (file === null) {
      return
    }
    setError(null)
    try {
      await api.file(`${path}/proof`, file, { name: file.name })
      void forgetAnswers()
    } catch (e) {
      setError(e)
    }
  }
  return (
    <span className="care-chips no-print">
      <FileButton onChange={file => void proof(file)} accept="image/*,application/pdf">
        {file => (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPaperclip size={14} aria-hidden />}
            onClick={file.onClick}
          >
            {t('care.do.proof')}
          </Button>
        )}
      </FileButton>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDotsVertical size={14} aria-hidden />}
            aria-label={t('care.moreOf', { number })}
          >
            {t('care.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {WORKS.map(one => (
            <Menu.Item key={one} onClick={() => setWork(one)}>
              {t(`care.registrationDo.${one}`)}
            </Menu.Item>
          ))}
          <Menu.Item component="a" href={`/api/v1${path}/export`} download={`${number}.json`}>
            {t('care.do.export')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error !== null && <ProblemNotice error={error} />}
    </span>
  )
}

type WorkProps = { registration: Registration; work: Work; close: () => void }

function WorkForm(props: WorkProps) {
  const { t } = useTexts()
  const { work, close } = props
  const close_ = { 'aria-label': t('masters.close') }
  const title = t(`care.registrationDo.${work}`)
  return work === 'transfer' ? (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={560}
      transitionProps={{ duration: 0 }}
      title={title}
      closeButtonProps={close_}
    >
      <Transfer {...props} />
    </Drawer>
  ) : (
    <Modal opened onClose={close} title={title} closeButtonProps={close_}>
      {work === 'erase' ? <Erase {...props} /> : <StepForm {...props} />}
    </Modal>
  )
}

const BLANK = { name: '', email: '', phone: '', country: '', language: '' }

/** It belongs to somebody else from a day on. */
function Transfer({ registration, close }: WorkProps) {
  const { t } = useTexts()
  const [owner, setOwner] = useState(BLANK)
  const [on, setOn] = useState(today)
  const step = () => ({
    type: 'transfer',
    on: said(on),
    owner: Object.fromEntries(Object.entries(owner).map(([name, text]) => [name, said(text)])),
  })
  return (
    <ActForm
      path={`/registrations/${segment(registration.number)}/steps`}
      body={() => ({ step: step() })}
      shown={/^\/(on|owner)/}
      submit={t('care.registrationDo.transfer')}
      done={close}
      cancel={close}
    >
      {fault => (
        <>
          <Line type="date" label={t('care.field.on')} value={on} error={fault('/on')} onChange={setOn} />
          <fieldset className="care-fieldset">
            <legend>{t('care.newOwner')}</legend>
            <OwnerFields
              owner={owner}
              set={patch => setOwner(now => ({ ...now, ...patch }))}
              fault={name => fault(`/owner/${name}`)}
            />
          </fieldset>
        </>
      )}
    </ActForm>
  )
}

function StepForm({ registration, work, close }: WorkProps) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [proof, setProof] = useState<Proof | undefined>('verified')
  const [on, setOn] = useState(today)
  const [boughtOn, setBoughtOn] = useState(registration.boughtOn ?? '')
  const [installedOn, setInstalledOn] = useState(registration.installedOn ?? '')
  const step = () => {
    switch (work) {
      case 'verify':
        return { type: work, proof, reason: said(text) }
      case 'correct':
        return { type: work, boughtOn: said(boughtOn), installedOn: said(installedOn), reason: said(text) }
      case 'end':
        return { type: work, on: said(on), reason: said(text) }
      default:
        return { type: work, text: said(text) }
    }
  }
  return (
    <ActForm
      path={`/registrations/${segment(registration.number)}/steps`}
      body={() => ({ step: step() })}
      shown={/^\/(proof|reason|text|on|boughtOn|installedOn)$/}
      submit={t(`care.registrationDo.${work}`)}
      ready={text.trim() !== ''}
      done={close}
      cancel={close}
    >
      {fault => (
        <>
          {work === 'verify' && (
            <Choice
              label={t('care.field.proof')}
              values={PROOFS}
              word={one => t(`care.proof.${one}`)}
              value={proof}
              error={fault('/proof')}
              onChange={setProof}
            />
          )}
          {work === 'correct' && (
            <>
              <Line
                type="date"
                label={t('care.field.boughtOn')}
                value={boughtOn}
                error={fault('/boughtOn')}
                onChange={setBoughtOn}
              />
              <Line
                type="date"
                label={t('care.field.installedOn')}
                value={installedOn}
                error={fault('/installedOn')}
                onChange={setInstalledOn}
              />
            </>
          )}
          {work === 'end' && (
            <Line type="date" label={t('care.field.on')} value={on} error={fault('/on')} onChange={setOn} />
          )}
          <Words
            label={t(work === 'note' ? 'care.field.note' : 'care.field.reason')}
            value={text}
            error={fault(work === 'note' ? '/text' : '/reason')}
            onChange={setText}
            focus
          />
        </>
      )}
    </ActForm>
  )
}

/** What is known of the owner goes for good; the days of the registration stay. */
function Erase({ registration, close }: WorkProps) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  return (
    <ActForm
      path={`/registrations/${segment(registration.number)}/erase`}
      body={() => ({ reason: said(reason) })}
      shown={/^\/reason$/}
      submit={t('care.registrationDo.erase')}
      ready={reason.trim() !== ''}
      grave
      done={close}
      cancel={close}
    >
      {fault => (
        <Words
          label={t('care.field.reason')}
          description={t('care.eraseHow')}
          value={reason}
          error={fault('/reason')}
          onChange={setReason}
          focus
        />
      )}
    </ActForm>
  )
}
