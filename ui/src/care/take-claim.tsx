// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, Drawer, Select, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import type { Page, ShortUnit } from '../api/model'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import type { FaultAt } from '../masters/faults'
import { RowsField } from '../masters/rows-field'
import { ActForm } from '../parts/act-form'
import { CountryField, Line, ORDER, Words } from '../parts/fields'
import { CodeField } from '../quality/code-field'
import { useMeant } from '../quality/use-meant'
import { UnitWords } from '../quality/words'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart, shown } from '../scan/several'
import { ItemField, PartnerField } from '../tasks/fields'
import { pathOf } from './addresses'
import { bodyOf, type Draft, draftOf, type LineDraft } from './claim-draft'
import { type Claim, WHATS } from './model'
import { useCoverage } from './use-care'
import { whatWord } from './words'

type Named = { item?: string; serial?: string; lot?: string }

/** Takes a claim: scan what the customer holds, say which part failed and when, and what is asked for. */
export function TakeClaim({ named, scanned, close }: { named: Named; scanned: string; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>(() => draftOf({ ...named, scanned }))
  const [submit, setSubmit] = useState(true)
  const set = (patch: Partial<Draft>) => setDraft(now => ({ ...now, ...patch }))
  const meant = useMeant()
  useScans(code =>
    meant(code, found => {
      signal(found === null ? 'wrong' : 'right')
      set({
        scanned: code,
        ...(found !== null && { item: found.item ?? '', serial: found.serial ?? '', lot: found.lot ?? '', part: '' }),
      })
    }),
  )
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={680}
      transitionProps={{ duration: 0 }}
      title={t('care.do.claim')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Claim>
        path="/claims"
        body={() => ({ ...bodyOf(draft), submit })}
        shown={
          /^\/(scanned|item|serial|lot|part|failedOn|description|code|country|partner|meters|lines|reporter)(\/|$)/
        }
        submit={t(submit ? 'care.do.submit' : 'care.do.keepDraft')}
        ready={draft.description.trim() !== '' && draft.failedOn !== ''}
        done={({ number }) => void navigate(pathOf('claims', number))}
        cancel={close}
      >
        {fault => (
          <>
            <Held draft={draft} set={set} fault={fault} />
            <PartFields draft={draft} set={set} fault={fault} />
            <Words
              label={t('care.field.description')}
              description={t('care.descriptionHow')}
              value={draft.description}
              error={fault('/description')}
              onChange={description => set({ description })}
              rows={4}
            />
            <What draft={draft} set={set} fault={fault} />
            <Lines draft={draft} set={set} fault={fault} />
            <Meters draft={draft} set={set} fault={fault} />
            <Who draft={draft} set={set} fault={fault} />
            <Checkbox label={t('care.submitHow')} checked={submit} onChange={e => setSubmit(e.currentTarget.checked)} />
          </>
        )}
      </ActForm>
    </Drawer>
  )
}

type FieldProps = { draft: Draft; set: (patch: Partial<Draft>) => void; fault: FaultAt }

/** What they hold: a scan, or the item with its serial or lot. */
function Held({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  const code = draft.scanned.trim()
  const known = useQuery({
    queryKey: ['lookup', code],
    queryFn: ({ signal }) => api.get<LookupAnswer>('/lookup', { code: apart(code) }, signal),
    enabled: code !== '',
  })
  const found = known.data?.found.filter(one => !one.near && one.unit !== undefined) ?? []
  return (
    <>
      <div>
        <TextInput
          label={t('care.field.scanned')}
          description={t('care.scannedHow')}
          inputWrapperOrder={[...ORDER]}
          leftSection={<IconBarcode size={18} aria-hidden />}
          value={shown(draft.scanned)}
          error={fault('/scanned')}
          onChange={e => set({ scanned: e.currentTarget.value })}
          data-takes-scans
          data-autofocus
          spellCheck={false}
          autoCapitalize="off"
          maxLength={2000}
          size="md"
        />
        {code !== '' && known.data !== undefined && (
          <p className="small care-found" role="status">
            {found.length === 0
              ? t('care.notKnown')
              : found.slice(0, 3).map(one => <UnitWords key={one.unit} unit={one} />)}
          </p>
        )}
      </div>
      <div className="field-pair">
        <ItemField
          label={t('care.field.item')}
          value={draft.item}
          error={fault('/item')}
          onChange={item => set({ item })}
        />
        <Line
          code
          label={t('care.field.serial')}
          value={draft.serial}
          error={fault('/serial')}
          onChange={serial => set({ serial })}
        />
        <Line code label={t('care.field.lot')} value={draft.lot} error={fault('/lot')} onChange={lot => set({ lot })} />
      </div>
    </>
  )
}

/** The unit of an item with a serial, where there is exactly one. */
function useUnitOf(item: string, serial: string): string {
  const found = useQuery({
    queryKey: ['care', 'unitOf', item, serial],
    queryFn: ({ signal }) => api.get<Page<ShortUnit>>('/units', { item, serial, limit: 2 }, signal),
    enabled: item !== '' && serial.trim() !== '',
  })
  const [only, ...more] = found.data?.items ?? []
  return more.length === 0 ? (only?.id ?? '') : ''
}

/** Which part of it failed, out of those that are in it; or by its numbers. */
function PartFields({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  const unit = useUnitOf(draft.item, draft.serial)
  const parts = useCoverage(unit).data?.parts ?? []
  return (
    <>
      {parts.length > 0 && (
        <Select
          size="md"
          inputWrapperOrder={[...ORDER]}
          label={t('care.field.part')}
          description={t('care.partHow')}
          placeholder={t('care.wholeProduct')}
          clearable
          data={parts.map(part => ({
            value: part.unit.unit ?? '',
            label: [part.unit.name ?? part.unit.item, part.unit.serial ?? part.unit.lot, part.position]
              .filter(Boolean)
              .join(' · '),
          }))}
          value={draft.part || null}
          error={fault('/part')}
          onChange={part => {
            const chosen = parts.find(one => one.unit.unit === part)
            set({
              part: part ?? '',
              partItem: chosen?.unit.item ?? '',
              partSerial: chosen?.unit.serial ?? '',
              position: chosen?.position ?? '',
            })
          }}
        />
      )}
      {draft.part === '' && (
        <details className="care-more" open={draft.partItem !== '' || undefined}>
          <summary className="small">{t('care.otherPart')}</summary>
          <div className="field-pair">
            <ItemField
              label={t('care.field.partItem')}
              value={draft.partItem}
              error={fault('/part/item')}
              onChange={partItem => set({ partItem })}
            />
            <Line
              code
              label={t('care.field.partSerial')}
              value={draft.partSerial}
              error={fault('/part/serial')}
              onChange={partSerial => set({ partSerial })}
            />
            <Line
              label={t('care.field.position')}
              value={draft.position}
              error={fault('/part/position')}
              onChange={position => set({ position })}
            />
          </div>
        </details>
      )}
    </>
  )
}

function What({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  return (
    <div className="field-pair">
      <Line
        type="date"
        label={t('care.field.failedOn')}
        value={draft.failedOn}
        error={fault('/failedOn')}
        onChange={failedOn => set({ failedOn })}
      />
      <CodeField
        label={t('quality.field.code')}
        value={draft.code}
        error={fault('/code')}
        onChange={code => set({ code })}
      />
      <PartnerField
        label={t('care.field.partner')}
        description={t('care.partnerHow')}
        value={draft.partner}
        error={fault('/partner')}
        onChange={partner => set({ partner })}
      />
      <CountryField
        label={t('care.field.country')}
        value={draft.country}
        error={fault('/country')}
        onChange={country => set({ country })}
      />
    </div>
  )
}

/** What is asked for, line by line. */
function Lines({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  const change = (row: LineDraft, patch: Partial<LineDraft>) =>
    set({ lines: draft.lines.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
  const currency = draft.lines.at(-1)?.currency ?? 'EUR'
  return (
    <RowsField<LineDraft>
      legend={t('care.lines')}
      fault={fault('/lines')}
      add={t('care.do.addLine')}
      rows={draft.lines}
      nameOf={row => row.text || whatWord(row.what, t)}
      onAdd={() =>
        set({ lines: [...draft.lines, { key: uuid7(), what: 'parts', text: '', qty: '', amount: '', currency }] })
      }
      onChange={lines => set({ lines })}
    >
      {(row, n) => (
        <div className="care-line">
          <Select
            size="md"
            label={t('care.field.what')}
            data={WHATS.map(what => ({ value: what, label: t(`care.what.${what}`) }))}
            value={row.what}
            error={fault(`/lines/${n}/what`)}
            allowDeselect={false}
            onChange={what => change(row, { what: what ?? row.what })}
          />
          <Line
            label={t('care.field.text')}
            value={row.text}
            error={fault(`/lines/${n}/text`)}
            onChange={text => change(row, { text })}
          />
          <Line
            decimal
            label={t('care.field.qty')}
            value={row.qty}
            error={fault(`/lines/${n}/qty`)}
            onChange={qty => change(row, { qty })}
          />
          <Line
            decimal
            label={t('care.field.amount')}
            value={row.amount}
            error={fault(`/lines/${n}/amount`)}
            onChange={amount => change(row, { amount })}
          />
          <Line
            code
            label={t('care.field.currency')}
            value={row.currency}
            error={fault(`/lines/${n}/currency`)}
            onChange={currency => change(row, { currency: currency.toUpperCase() })}
          />
        </div>
      )}
    </RowsField>
  )
}

/** What its meters showed when it failed. */
function Meters({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  return (
    <RowsField
      legend={t('care.meters')}
      fault={fault('/meters')}
      add={t('care.do.addMeter')}
      rows={draft.meters}
      nameOf={row => row.meter}
      onAdd={() => set({ meters: [...draft.meters, { key: uuid7(), meter: 'km', value: '' }] })}
      onChange={meters => set({ meters })}
    >
      {(row, n) => {
        const change = (patch: Partial<typeof row>) =>
          set({ meters: draft.meters.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
        return (
          <div className="pair">
            <Line
              label={t('care.field.meter')}
              value={row.meter}
              error={fault(`/meters/${n}/meter`)}
              onChange={meter => change({ meter })}
            />
            <Line
              decimal
              label={t('care.field.value')}
              value={row.value}
              error={fault(`/meters/${n}/value`)}
              onChange={value => change({ value })}
            />
          </div>
        )
      }}
    </RowsField>
  )
}

function Who({ draft, set, fault }: FieldProps) {
  const { t } = useTexts()
  return (
    <fieldset className="care-fieldset">
      <legend>{t('quality.reporter')}</legend>
      <div className="field-pair">
        <Line
          label={t('care.field.name')}
          value={draft.name}
          error={fault('/reporter/name')}
          onChange={name => set({ name })}
        />
        <Line
          type="email"
          label={t('care.field.email')}
          value={draft.email}
          error={fault('/reporter/email')}
          onChange={email => set({ email })}
        />
        <Line
          label={t('care.field.phone')}
          value={draft.phone}
          error={fault('/reporter/phone')}
          onChange={phone => set({ phone })}
        />
      </div>
    </fieldset>
  )
}
