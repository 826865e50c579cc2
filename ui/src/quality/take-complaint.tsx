// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, FileButton, TextInput } from '@mantine/core'
import { IconBarcode, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { ActForm } from '../parts/act-form'
import { Choice, Count, CountryField, Line, said, Words } from '../parts/fields'
import { signal } from '../scan/feedback'
import { PhotoCard, usePhoto } from '../scan/photo-card'
import { useScans } from '../scan/scanner'
import { apart, shown } from '../scan/several'
import { ItemField } from '../tasks/fields'
import { pathOf } from './addresses'
import { CodeField } from './code-field'
import { CHANNELS, type Channel, type Complaint, SEVERITIES, type Severity } from './model'
import { UnitWords } from './words'

type Draft = {
  scanned: string
  item: string
  serial: string
  lot: string
  description: string
  code: string
  severity: Severity | undefined
  failedOn: string
  place: string
  country: string
  injuries: number | undefined
  name: string
  email: string
  phone: string
  channel: Channel
}

const EMPTY: Draft = {
  scanned: '',
  item: '',
  serial: '',
  lot: '',
  description: '',
  code: '',
  severity: undefined,
  failedOn: '',
  place: '',
  country: '',
  injuries: undefined,
  name: '',
  email: '',
  phone: '',
  channel: 'phone',
}

function bodyOf(draft: Draft) {
  const { name, email, phone } = draft
  const reporter = name || email || phone ? { name: said(name), email: said(email), phone: said(phone) } : undefined
  return {
    scanned: said(draft.scanned),
    item: said(draft.item),
    serial: said(draft.serial),
    lot: said(draft.lot),
    description: said(draft.description),
    code: said(draft.code),
    severity: draft.severity,
    failedOn: said(draft.failedOn),
    place: said(draft.place),
    country: said(draft.country),
    injuries: draft.injuries,
    reporter,
    channel: draft.channel,
  }
}

/** Takes what somebody says is wrong: scan what they hold, or write down what they can say about it. */
export function TakeComplaint({ code, close }: { code: string; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, scanned: code })
  const [files, setFiles] = useState<File[]>([])
  const set = (patch: Partial<Draft>) => setDraft(now => ({ ...now, ...patch }))
  useScans(code => {
    signal('right')
    set({ scanned: code })
  })
  const attach = async ({ number }: Complaint) => {
    for (const file of files) {
      await api.file(`/complaints/${number}/attachments`, file, { name: file.name })
    }
    void navigate(pathOf('complaints', number))
  }
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={640}
      transitionProps={{ duration: 0 }}
      title={t('quality.do.take')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Complaint>
        path="/complaints"
        body={() => bodyOf(draft)}
        shown={
          /^\/(scanned|item|serial|lot|description|code|severity|failedOn|place|country|injuries|reporter|channel)/
        }
        submit={t('quality.do.takeNow')}
        ready={draft.description.trim() !== ''}
        done={taken => void attach(taken)}
        cancel={close}
      >
        {fault => (
          <>
            <Held draft={draft} set={set} fault={fault('/scanned')} />
            <div className="field-pair">
              <ItemField
                label={t('quality.field.item')}
                value={draft.item}
                error={fault('/item')}
                onChange={item => set({ item })}
              />
              <Line
                code
                label={t('quality.field.serial')}
                value={draft.serial}
                error={fault('/serial')}
                onChange={serial => set({ serial })}
              />
              <Line
                code
                label={t('quality.field.lot')}
                value={draft.lot}
                error={fault('/lot')}
                onChange={lot => set({ lot })}
              />
            </div>
            <Words
              label={t('quality.field.description')}
              description={t('quality.descriptionHow')}
              rows={4}
              value={draft.description}
              error={fault('/description')}
              onChange={description => set({ description })}
            />
            <div className="field-pair">
              <CodeField
                label={t('quality.field.code')}
                value={draft.code}
                error={fault('/code')}
                onChange={code => set({ code })}
              />
              <Choice
                label={t('quality.field.severity')}
                values={SEVERITIES}
                word={one => t(`quality.severity.${one}`)}
                value={draft.severity}
                error={fault('/severity')}
                onChange={severity => set({ severity })}
                clearable
              />
              <Line
                type="date"
                label={t('quality.field.failedOn')}
                value={draft.failedOn}
                error={fault('/failedOn')}
                onChange={failedOn => set({ failedOn })}
              />
              <Count
                label={t('quality.field.injuries')}
                value={draft.injuries}
                error={fault('/injuries')}
                onChange={injuries => set({ injuries })}
              />
              <Line
                label={t('quality.field.place')}
                value={draft.place}
                error={fault('/place')}
                onChange={place => set({ place })}
              />
              <CountryField
                label={t('quality.field.country')}
                value={draft.country}
                error={fault('/country')}
                onChange={country => set({ country })}
              />
            </div>
            <fieldset className="quality-fieldset">
              <legend>{t('quality.reporter')}</legend>
              <div className="field-pair">
                <Line
                  label={t('quality.field.name')}
                  value={draft.name}
                  error={fault('/reporter/name')}
                  onChange={name => set({ name })}
                />
                <Line
                  type="email"
                  label={t('quality.field.email')}
                  value={draft.email}
                  error={fault('/reporter/email')}
                  onChange={email => set({ email })}
                />
                <Line
                  label={t('quality.field.phone')}
                  value={draft.phone}
                  error={fault('/reporter/phone')}
                  onChange={phone => set({ phone })}
                />
                <Choice
                  label={t('quality.field.channel')}
                  values={CHANNELS.filter(one => one !== 'answerLink')}
                  word={one => t(`quality.channel.${one}`)}
                  value={draft.channel}
                  error={fault('/channel')}
                  onChange={channel => set({ channel: channel ?? 'phone' })}
                />
              </div>
            </fieldset>
            <Files files={files} onChange={setFiles} />
          </>
        )}
      </ActForm>
    </Drawer>
  )
}

type HeldProps = { draft: Draft; set: (patch: Partial<Draft>) => void; fault: string | undefined }

/** What the customer holds: a scan, a photo of the label, or what can be typed from it; and what that is. */
function Held({ draft, set, fault }: HeldProps) {
  const { t } = useTexts()
  const photo = usePhoto()
  const code = draft.scanned.trim()
  const known = useQuery({
    queryKey: ['lookup', code],
    queryFn: ({ signal }) => api.get<LookupAnswer>('/lookup', { code: apart(code) }, signal),
    enabled: code !== '',
  })
  const found = known.data?.found.filter(one => !one.near && one.unit !== undefined) ?? []
  return (
    <div>
      <div className="quality-held">
        <TextInput
          label={t('quality.field.scanned')}
          description={t('quality.scannedHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          leftSection={<IconBarcode size={18} aria-hidden />}
          value={shown(draft.scanned)}
          error={fault}
          onChange={e => set({ scanned: e.currentTarget.value })}
          data-takes-scans
          data-autofocus
          spellCheck={false}
          autoCapitalize="off"
          maxLength={2000}
          size="md"
          style={{ flex: 1 }}
        />
        <FileButton onChange={photo.take} accept="image/*">
          {file => (
            <Button variant="default" size="md" onClick={file.onClick}>
              {t('quality.do.photo')}
            </Button>
          )}
        </FileButton>
      </div>
      <PhotoCard photo={photo} onCode={scanned => set({ scanned })} />
      {code !== '' && known.data !== undefined && (
        <p className="small quality-found" role="status">
          {found.length === 0
            ? t('quality.heldUnknown')
            : found.slice(0, 3).map(one => <UnitWords key={one.unit} unit={one} />)}
        </p>
      )}
    </div>
  )
}

function Files({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const { t } = useTexts()
  return (
    <div className="quality-files">
      <FileButton multiple accept="image/*,application/pdf,text/plain" onChange={more => onChange([...files, ...more])}>
        {file => (
          <Button variant="default" leftSection={<IconPaperclip size={16} aria-hidden />} onClick={file.onClick}>
            {t('quality.do.attach')}
          </Button>
        )}
      </FileButton>
      {files.map(file => (
        <Button
          key={`${file.name} ${file.size}`}
          variant="subtle"
          size="compact-sm"
          aria-label={t('masters.takeOut', { name: file.name })}
          onClick={() => onChange(files.filter(other => other !== file))}
        >
          {file.name} ×
        </Button>
      ))}
    </div>
  )
}
