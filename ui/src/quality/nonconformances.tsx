// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Choice, Line, said, Words } from '../parts/fields'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { type Nonconformance, SEVERITIES } from './model'
import { RecordTable } from './record-table'
import { isNamed, type Subject, SubjectFields, subjectBody, subjectOf } from './subject-fields'
import { QualityTabs } from './tabs'
import { useRecords } from './use-quality'
import { NonconformanceChip, oneOf, SeverityChip } from './words'

/** What does not conform, what was done with it, and what keeps it from happening again. */
export function Nonconformances() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  const pages = useRecords('nonconformances')
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.tab.nonconformances')}
        over={t('quality.nonconformancesWhat')}
        actions={
          may.includes('inspect') && (
            <Button leftSection={<IconAlertTriangle size={16} aria-hidden />} onClick={() => set({ new: '1' })}>
              {t('quality.do.openNc')}
            </Button>
          )
        }
      />
      <QualityTabs open="nonconformances" />
      <RecordTable
        tab="nonconformances"
        pages={pages}
        chip={(state, row) => (
          <span className="quality-chips">
            <NonconformanceChip state={state} />
            <SeverityChip severity={row.severity} />
          </span>
        )}
        empty={<Empty title={t('quality.noNonconformances')} />}
      />
      {params.get('new') !== null && (
        <OpenNonconformance
          params={params}
          close={() =>
            set({ new: undefined, item: undefined, lot: undefined, serial: undefined, complaint: undefined })
          }
        />
      )}
    </div>
  )
}

function OpenNonconformance({ params, close }: { params: URLSearchParams; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [subject, setSubject] = useState(() => subjectOf(params))
  const change = (patch: Partial<Subject>) => setSubject(now => ({ ...now, ...patch }))
  const [severity, setSeverity] = useState(oneOf(SEVERITIES, 'serious'))
  const [description, setDescription] = useState('')
  return (
    <Modal
      opened
      onClose={close}
      title={t('quality.do.openNc')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Nonconformance>
        path="/nonconformances"
        body={() => ({
          title: said(title),
          ...subjectBody(subject),
          severity,
          description: said(description),
          complaint: params.get('complaint') ?? undefined,
        })}
        shown={/^\/(title|item|lot|serials|qty|severity|description)/}
        submit={t('quality.do.openNc')}
        ready={title.trim() !== '' && subject.item !== '' && isNamed(subject)}
        done={({ number }) => void navigate(pathOf('nonconformances', number))}
        cancel={close}
      >
        {fault => (
          <>
            <Line label={t('quality.field.title')} value={title} error={fault('/title')} onChange={setTitle} />
            <SubjectFields subject={subject} onChange={change} fault={fault} />
            <Choice
              label={t('quality.field.severity')}
              values={SEVERITIES}
              word={one => t(`quality.severity.${one}`)}
              value={severity}
              error={fault('/severity')}
              onChange={setSeverity}
            />
            <Words
              label={t('quality.field.description')}
              value={description}
              error={fault('/description')}
              onChange={setDescription}
            />
          </>
        )}
      </ActForm>
    </Modal>
  )
}
