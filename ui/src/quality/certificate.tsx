// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { ActForm } from '../parts/act-form'
import { Code, PlaceLink } from '../parts/code'
import { Copyable } from '../parts/copyable'
import { said, Words } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { type State, StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { useMe } from '../shell/session'
import { apiPath, pathOf } from './addresses'
import { ContentCard } from './certificate-content'
import { CERTIFICATE_KINDS, type Certificate } from './model'
import { RecordSteps } from './record-steps'
import { useCertificate } from './use-quality'
import { oneOf, UnitWords } from './words'

const STATES = ['issued', 'received', 'withdrawn'] as const

const SIGNS: Record<(typeof STATES)[number], State> = { issued: 'ok', received: 'ok', withdrawn: 'bad' }

export function CertificateChip({ state }: { state: string }) {
  const { t } = useTexts()
  const known = oneOf(STATES, state)
  return known && <StateChip state={SIGNS[known]}>{t(`quality.certificateState.${known}`)}</StateChip>
}

/** One certificate as it was issued or came; its paper is kept byte by byte and never drawn again. */
export function CertificatePage() {
  const { number = '' } = useParams()
  const certificate = useCertificate(number)
  if (certificate.isError && certificate.data === undefined) {
    return <ProblemNotice error={certificate.error} retry={() => void certificate.refetch()} />
  }
  return certificate.data === undefined ? <Waiting /> : <Shown certificate={certificate.data} />
}

function Shown({ certificate }: { certificate: Certificate }) {
  const { t } = useTexts()
  const mayWithdraw = useMe().may.includes('quality') && certificate.withdrawn === undefined
  const [withdrawing, setWithdrawing] = useState(false)
  const title = t(`quality.certificate.${oneOf(CERTIFICATE_KINDS, certificate.kind) ?? 'conformity'}`)
  return (
    <div className="page-parts quality">
      <PageHead
        title={`${certificate.number} ${title}`}
        heading={title}
        over={
          <>
            <Link to={pathOf('certificates')}>{t('quality.tab.certificates')}</Link> · <Code>{certificate.number}</Code>{' '}
            · {certificate.by}, <Moment at={certificate.issuedAt} />
          </>
        }
        states={<CertificateChip state={certificate.state} />}
        actions={
          <>
            {mayWithdraw && (
              <Button variant="default" onClick={() => setWithdrawing(true)}>
                {t('quality.do.withdraw')}
              </Button>
            )}
            <Button
              component="a"
              href={`/api/v1${apiPath('certificates', certificate.number)}/paper`}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              PDF
            </Button>
          </>
        }
      />
      {certificate.withdrawn !== undefined && (
        <p className="long-text">
          <StateChip state="bad">{t('quality.certificateState.withdrawn')}</StateChip> {certificate.withdrawn.reason}
        </p>
      )}
      <Card title={t('quality.about')}>
        <Facts
          facts={[
            [t('quality.field.unit'), <UnitWords key="unit" unit={certificate.unit} />],
            [t('quality.field.issuer'), certificate.issuer && <PlaceLink code={certificate.issuer} kind="partner" />],
            [t('quality.field.issuerNumber'), certificate.issuerNumber && <Code>{certificate.issuerNumber}</Code>],
            [t('quality.field.validUntil'), certificate.validUntil && day(certificate.validUntil)],
            [
              t('quality.field.consignee'),
              certificate.content?.consignee && <PlaceLink code={certificate.content.consignee} kind="partner" />,
            ],
            [t('quality.field.statement'), certificate.content?.statement],
            [t('quality.field.hash'), <Copyable key="hash" name={t('quality.field.hash')} text={certificate.hash} />],
          ]}
        />
      </Card>
      {certificate.content !== undefined && (
        <Card title={t('quality.results')}>
          <ContentCard content={certificate.content} />
        </Card>
      )}
      <RecordSteps tab="certificates" number={certificate.number} />
      {withdrawing && <Withdraw certificate={certificate} close={() => setWithdrawing(false)} />}
    </div>
  )
}

function Withdraw({ certificate, close }: { certificate: Certificate; close: () => void }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Modal
      opened
      onClose={close}
      title={t('quality.do.withdraw')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm
        path={`${apiPath('certificates', certificate.number)}/steps`}
        body={() => ({ step: { type: 'withdraw', reason: said(reason) } })}
        shown={/^\/reason$/}
        submit={t('quality.do.withdraw')}
        ready={reason.trim() !== ''}
        grave
        done={close}
        cancel={close}
      >
        {fault => (
          <Words label={t('quality.field.reason')} value={reason} error={fault('/reason')} onChange={setReason} focus />
        )}
      </ActForm>
    </Modal>
  )
}
