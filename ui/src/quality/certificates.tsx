// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton, Modal } from '@mantine/core'
import { IconCertificate, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { RecordList } from '../masters/record-list'
import { ActForm } from '../parts/act-form'
import { Code, ItemLink } from '../parts/code'
import { Choice, Line, said, Words } from '../parts/fields'
import { Empty, ProblemNotice } from '../parts/notices'
import { PageHead } from '../parts/page'
import { Ago } from '../parts/when'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { ItemField, PartnerField } from '../tasks/fields'
import { pathOf } from './addresses'
import { CertificateChip } from './certificate'
import { ContentCard } from './certificate-content'
import { CERTIFICATE_KINDS, type Certificate, type CertificateContent, type CertificateHead } from './model'
import { QualityTabs } from './tabs'
import { useCertificates } from './use-quality'
import { oneOf } from './words'

/** Certificates that we gave, and those that came with what we received. */
export function Certificates() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const pages = useCertificates()
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  const work = params.get('new')
  const close = () => set({ new: undefined, item: undefined, lot: undefined, serial: undefined })
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.tab.certificates')}
        over={t('quality.certificatesWhat')}
        actions={
          may.includes('quality') && (
            <>
              <Button
                variant="default"
                leftSection={<IconUpload size={16} aria-hidden />}
                onClick={() => set({ new: 'received' })}
              >
                {t('quality.do.received')}
              </Button>
              <Button leftSection={<IconCertificate size={16} aria-hidden />} onClick={() => set({ new: '1' })}>
                {t('quality.do.issue')}
              </Button>
            </>
          )
        }
      />
      <QualityTabs open="certificates" />
      <RecordList<CertificateHead>
        pages={pages}
        label={t('quality.tab.certificates')}
        keyOf={row => row.number}
        empty={<Empty title={t('quality.noCertificates')}>{t('quality.noCertificatesHow')}</Empty>}
        columns={[
          {
            head: t('quality.field.number'),
            cell: row => (
              <div className="quality-head">
                <Link to={pathOf('certificates', row.number)}>
                  {t(`quality.certificate.${oneOf(CERTIFICATE_KINDS, row.kind) ?? 'conformity'}`)}
                </Link>
                <div className="muted small">
                  <Code>{row.number}</Code> {row.issuer}
                </div>
              </div>
            ),
          },
          {
            head: t('quality.field.about'),
            cell: row => (
              <>
                {row.item !== undefined && <ItemLink code={row.item} name={row.itemName} />}{' '}
                <span className="code">{row.serial ?? row.lot}</span>
              </>
            ),
          },
          { head: t('quality.field.state'), cell: row => <CertificateChip state={row.state} /> },
          {
            head: t('quality.field.opened'),
            cell: row => (
              <span className="muted small">
                {row.by}, <Ago at={row.issuedAt} />
              </span>
            ),
            wide: true,
          },
        ]}
      />
      {work === 'received' && <Received params={params} close={close} />}
      {work !== null && work !== 'received' && <Issue params={params} close={close} />}
    </div>
  )
}

type Props = { params: URLSearchParams; close: () => void }

/** A certificate of our own: what it would say is shown before it is issued. */
function Issue({ params, close }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [kind, setKind] = useState(oneOf(CERTIFICATE_KINDS, 'analysis'))
  const [item, setItem] = useState(params.get('item') ?? '')
  const [lot, setLot] = useState(params.get('lot') ?? '')
  const [serial, setSerial] = useState(params.get('serial') ?? '')
  const [consignee, setConsignee] = useState('')
  const [statement, setStatement] = useState('')
  const [preview, setPreview] = useState<CertificateContent | null>(null)
  const [error, setError] = useState<unknown>(null)
  const body = () => ({
    kind,
    item: said(item),
    lot: serial === '' ? said(lot) : undefined,
    serial: said(serial),
    consignee: said(consignee),
    statement: said(statement),
  })
  const ready = item !== '' && (lot !== '' || serial !== '')
  const look = async () => {
    setError(null)
    try {
      setPreview(await api.post<CertificateContent>('/certificates:preview', body()))
    } catch (e) {
      setError(e)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t('quality.do.issue')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Certificate>
        path="/certificates"
        body={body}
        shown={/^\/(kind|item|lot|serial|consignee|statement)$/}
        submit={t('quality.do.issueNow')}
        ready={ready && preview !== null}
        done={({ number }) => void navigate(pathOf('certificates', number))}
        cancel={close}
      >
        {fault => (
          <>
            <div className="field-pair">
              <Choice
                label={t('quality.field.kind')}
                values={CERTIFICATE_KINDS}
                word={one => t(`quality.certificate.${one}`)}
                value={kind}
                error={fault('/kind')}
                onChange={setKind}
              />
              <ItemField label={t('quality.field.item')} value={item} error={fault('/item')} onChange={setItem} />
              <Line code label={t('quality.field.lot')} value={lot} error={fault('/lot')} onChange={setLot} />
              <Line
                code
                label={t('quality.field.serial')}
                value={serial}
                error={fault('/serial')}
                onChange={setSerial}
              />
              <PartnerField
                label={t('quality.field.consignee')}
                value={consignee}
                error={fault('/consignee')}
                onChange={setConsignee}
              />
            </div>
            <Words
              label={t('quality.field.statement')}
              description={t('quality.statementHow')}
              rows={2}
              value={statement}
              error={fault('/statement')}
              onChange={setStatement}
            />
            <Button variant="default" disabled={!ready} onClick={() => void look()} style={{ alignSelf: 'start' }}>
              {t('quality.do.preview')}
            </Button>
            {error !== null && <ProblemNotice error={error} />}
            {preview !== null && <ContentCard content={preview} />}
          </>
        )}
      </ActForm>
    </Modal>
  )
}

/** A certificate that came with goods. */
function Received({ params, close }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [item, setItem] = useState(params.get('item') ?? '')
  const [lot, setLot] = useState(params.get('lot') ?? '')
  const [kind, setKind] = useState(oneOf(CERTIFICATE_KINDS, 'analysis'))
  const [issuer, setIssuer] = useState('')
  const [number, setNumber] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const keep = async () => {
    if (file === null) {
      return
    }
    setBusy(true)
    setError(null)
    try {
      const kept = await api.file<Certificate>('/certificates:received', file, {
        kind,
        item,
        lot,
        issuer: said(issuer),
        number: said(number),
        validUntil: said(validUntil),
        name: file.name,
      })
      void navigate(pathOf('certificates', kept.number))
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('quality.do.received')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <form
        noValidate
        className="quality-form"
        onSubmit={e => {
          e.preventDefault()
          void keep()
        }}
      >
        <Choice
          label={t('quality.field.kind')}
          values={CERTIFICATE_KINDS}
          word={one => t(`quality.certificate.${one}`)}
          value={kind}
          error={fault('kind')}
          onChange={setKind}
        />
        <ItemField label={t('quality.field.item')} value={item} error={fault('item')} onChange={setItem} />
        <Line code label={t('quality.field.lot')} value={lot} error={fault('lot')} onChange={setLot} />
        <PartnerField label={t('quality.field.issuer')} value={issuer} error={fault('issuer')} onChange={setIssuer} />
        <Line
          code
          label={t('quality.field.issuerNumber')}
          value={number}
          error={fault('number')}
          onChange={setNumber}
        />
        <Line
          type="date"
          label={t('quality.field.validUntil')}
          value={validUntil}
          error={fault('validUntil')}
          onChange={setValidUntil}
        />
        <FileButton accept="application/pdf" onChange={setFile}>
          {choose => (
            <Button variant="default" onClick={choose.onClick} style={{ alignSelf: 'start' }}>
              {file?.name ?? t('quality.do.choosePdf')}
            </Button>
          )}
        </FileButton>
        {error !== null && <ProblemNotice error={restOf(error, /^(kind|item|lot|issuer|number|validUntil)$/)} />}
        <div className="form-buttons">
          <Button variant="default" size="md" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" size="md" loading={busy} disabled={file === null || item === '' || lot === ''}>
            {t('quality.do.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
