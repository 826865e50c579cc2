// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Choice, CountryField, LanguageField, Line, said } from '../parts/fields'
import { today } from './days'
import { TermField } from './term-field'

/** The serial that something is said of. */
type Of = { item: string; serial: string }

type FormProps = { of: Of; close: () => void }

function Side({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={560}
      transitionProps={{ duration: 0 }}
      title={title}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      {children}
    </Drawer>
  )
}

/** Who has it since when; the owner's data are kept apart and can be erased. */
export function RegisterForm({ of, close }: FormProps) {
  const { t } = useTexts()
  const [owner, setOwner] = useState({ name: '', email: '', phone: '', country: '', language: '' })
  const [boughtOn, setBoughtOn] = useState('')
  const [installedOn, setInstalledOn] = useState('')
  const [seller, setSeller] = useState('')
  const set = (patch: Partial<typeof owner>) => setOwner(now => ({ ...now, ...patch }))
  const body = () => ({
    ...of,
    owner: Object.fromEntries(Object.entries(owner).map(([name, text]) => [name, said(text)])),
    boughtOn: said(boughtOn),
    installedOn: said(installedOn),
    seller: said(seller),
    proof: 'said',
  })
  return (
    <Side title={t('care.do.register')} close={close}>
      <ActForm
        path="/registrations"
        body={body}
        shown={/^\/(owner|boughtOn|installedOn|seller)/}
        submit={t('care.do.register')}
        done={close}
        cancel={close}
      >
        {fault => (
          <>
            <div className="field-pair">
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
              <Line label={t('care.field.seller')} value={seller} error={fault('/seller')} onChange={setSeller} />
            </div>
            <fieldset className="care-fieldset">
              <legend>{t('care.owner')}</legend>
              <p className="muted small">{t('care.ownerHow')}</p>
              <OwnerFields owner={owner} set={set} fault={name => fault(`/owner/${name}`)} />
            </fieldset>
          </>
        )}
      </ActForm>
    </Side>
  )
}

type OwnerDraft = { name: string; email: string; phone: string; country: string; language: string }

/** What is known of an owner: no more than is needed to reach them. */
export function OwnerFields(props: {
  owner: OwnerDraft
  set: (patch: Partial<OwnerDraft>) => void
  fault: (name: keyof OwnerDraft) => string | undefined
}) {
  const { owner, set, fault } = props
  const { t } = useTexts()
  return (
    <div className="field-pair">
      <Line
        type="email"
        label={t('care.field.email')}
        value={owner.email}
        error={fault('email')}
        onChange={email => set({ email })}
      />
      <Line label={t('care.field.name')} value={owner.name} error={fault('name')} onChange={name => set({ name })} />
      <Line
        label={t('care.field.phone')}
        value={owner.phone}
        error={fault('phone')}
        onChange={phone => set({ phone })}
      />
      <CountryField
        label={t('care.field.country')}
        value={owner.country}
        error={fault('country')}
        onChange={country => set({ country })}
      />
      <LanguageField
        label={t('care.field.language')}
        value={owner.language}
        error={fault('language')}
        onChange={language => set({ language })}
      />
    </div>
  )
}

const READING_KINDS = ['meter', 'version'] as const

/** What a meter shows, or which version something in it has. */
export function ReadingForm({ of, close }: FormProps) {
  const { t } = useTexts()
  const [kind, setKind] = useState<(typeof READING_KINDS)[number]>('meter')
  const [name, setName] = useState('km')
  const [value, setValue] = useState('')
  const [on, setOn] = useState(today)
  return (
    <Side title={t('care.do.reading')} close={close}>
      <ActForm
        path="/readings"
        body={() => ({ ...of, kind, name: said(name), value: said(value), on: said(on) })}
        shown={/^\/(kind|name|value|on)$/}
        submit={t('care.do.reading')}
        ready={name.trim() !== '' && value.trim() !== '' && on !== ''}
        done={close}
        cancel={close}
      >
        {fault => (
          <div className="field-pair">
            <Choice
              label={t('care.field.kind')}
              values={READING_KINDS}
              word={one => t(`care.readingKind.${one}`)}
              value={kind}
              error={fault('/kind')}
              onChange={one => {
                setKind(one ?? 'meter')
                setName(one === 'version' ? 'firmware' : 'km')
              }}
            />
            <Line
              label={t('care.field.reading')}
              description={t(`care.readingName.${kind}`)}
              value={name}
              error={fault('/name')}
              onChange={setName}
            />
            <Line
              decimal={kind === 'meter'}
              label={t('care.field.value')}
              value={value}
              error={fault('/value')}
              onChange={setValue}
            />
            <Line type="date" label={t('care.field.on')} value={on} error={fault('/on')} onChange={setOn} />
          </div>
        )}
      </ActForm>
    </Side>
  )
}

/** An extension that was sold for this serial. */
export function ContractForm({ of, close }: FormProps) {
  const { t } = useTexts()
  const [term, setTerm] = useState('')
  const [soldOn, setSoldOn] = useState(today)
  const [reference, setReference] = useState('')
  return (
    <Side title={t('care.do.contract')} close={close}>
      <ActForm
        path="/contracts"
        body={() => ({ ...of, term, soldOn: said(soldOn), reference: said(reference) })}
        shown={/^\/(term|soldOn|reference)$/}
        submit={t('care.do.contract')}
        ready={term !== '' && soldOn !== ''}
        done={close}
        cancel={close}
      >
        {fault => (
          <>
            <TermField
              label={t('care.field.extension')}
              only={one => one.active && (one.perSerial === true || one.kind === 'extension')}
              value={term}
              error={fault('/term')}
              onChange={setTerm}
            />
            <div className="field-pair">
              <Line
                type="date"
                label={t('care.field.soldOn')}
                value={soldOn}
                error={fault('/soldOn')}
                onChange={setSoldOn}
              />
              <Line
                label={t('care.field.reference')}
                value={reference}
                error={fault('/reference')}
                onChange={setReference}
              />
            </div>
          </>
        )}
      </ActForm>
    </Side>
  )
}
