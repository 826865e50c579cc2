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
import { ItemField } from '../tasks/fields'
import { pathOf } from './addresses'
import { type Nonconformance, SEVERITIES } from './model'
import { RecordTable } from './record-table'
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
  const [item, setItem] = useState(params.get('item') ?? '')
  const [lot, setLot] = useState(params.get('lot') ?? '')
  const [serials, setSerials] = useState(params.get('serial') ?? '')
  const [qty, setQty] = useState('')
  const [severity, setSeverity] = useState(oneOf(SEVERITIES, 'serious'))
  const [description, setDescription] = useState('')
  const numbers = serials.split(/[\s,;]+/).filter(Boolean)
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
          item: said(item),
          lot: numbers.length === 0 ? said(lot) : undefined,
          serials: numbers.length === 0 ? undefined : numbers,
          qty: said(qty),
          severity,
          description: said(description),
          complaint: params.get('complaint') ?? undefined,
        })}
        shown={/^\/(title|item|lot|serials|qty|severity|description)/}
        submit={t('quality.do.openNc')}
        ready={title.trim() !== '' && item !== '' && (lot !== '' || numbers.length > 0)}
        done={({ number }) => void navigate(pathOf('nonconformances', number))}
        cancel={close}
      >
        {fault => (
          <>
            <Line label={t('quality.field.title')} value={title} error={fault('/title')} onChange={setTitle} />
            <ItemField label={t('quality.field.item')} value={item} error={fault('/item')} onChange={setItem} />
            <div className="field-pair">
              <Line code label={t('quality.field.lot')} value={lot} error={fault('/lot')} onChange={setLot} />
              <Line decimal label={t('quality.field.partQty')} value={qty} error={fault('/qty')} onChange={setQty} />
            </div>
            <Words
              label={t('quality.field.serials')}
              description={t('quality.serialsHow')}
              rows={2}
              value={serials}
              error={fault('/serials')}
              onChange={setSerials}
            />
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
