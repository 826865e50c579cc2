// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { IconChecklist, IconList } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { address } from '../api/client'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Line, said } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { Ago } from '../parts/when'
import { withParams } from '../recalls/addresses'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { useMe } from '../shell/session'
import { PlaceField } from '../tasks/fields'
import { pathOf } from './addresses'
import type { Inspection } from './model'
import { PlanField } from './plan-field'
import { RecordTable } from './record-table'
import { isNamed, type Subject, SubjectFields, subjectBody, subjectOf, withScanned } from './subject-fields'
import { QualityTabs } from './tabs'
import { useMeant } from './use-meant'
import { useDue, useRecords } from './use-quality'
import { InspectionChip, UnitWords } from './words'

/** What waits for an inspection, and all inspections. */
export function Inspections() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const opening = params.get('new') !== null
  const close = () =>
    setParams(withParams(params, { new: undefined, item: undefined, lot: undefined, serial: undefined }))
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.tab.inspections')}
        over={t('quality.inspectionsWhat')}
        actions={
          <>
            <Button
              component={Link}
              to="/quality/plans"
              variant="default"
              leftSection={<IconList size={16} aria-hidden />}
            >
              {t('quality.plans')}
            </Button>
            {may.includes('inspect') && (
              <Button
                leftSection={<IconChecklist size={16} aria-hidden />}
                onClick={() => setParams(withParams(params, { new: '1' }))}
              >
                {t('quality.do.inspect')}
              </Button>
            )}
          </>
        }
      />
      <QualityTabs open="inspections" />
      <DueCard />
      <AllInspections />
      {opening && <OpenInspection params={params} close={close} />}
    </div>
  )
}

/** Units that may not be used before somebody looked at them. */
function DueCard() {
  const { t } = useTexts()
  const { pages, rows } = useDue()
  return (
    <Card title={t('quality.due')}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting rows={2} />}
      {pages.data !== undefined && rows.length === 0 && <p className="muted">{t('quality.noneDue')}</p>}
      {rows.length > 0 && (
        <Rows
          words={[t('quality.field.unit'), t('quality.field.came'), t('quality.field.place'), '']}
          numbers={[t('quality.field.qty')]}
        >
          {rows.map(row => (
            <tr key={row.unit.unit}>
              <td>
                <UnitWords unit={row.unit} />
              </td>
              <td>
                <Ago at={row.since} />
              </td>
              <td className="code">{row.place}</td>
              <td>
                {row.inspection === undefined ? (
                  <Link
                    to={address('/quality/inspections', {
                      new: '1',
                      item: row.unit.item,
                      lot: row.unit.lot,
                      serial: row.unit.serial,
                      plan: row.plan,
                    })}
                  >
                    {t('quality.do.inspect')}
                  </Link>
                ) : (
                  <Link to={pathOf('inspections', row.inspection)}>{row.inspection}</Link>
                )}
              </td>
              <td className="num">
                <Quantity qty={row.qty} unit={row.unitOfMeasure} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </Card>
  )
}

function AllInspections() {
  const { t } = useTexts()
  return (
    <RecordTable
      tab="inspections"
      pages={useRecords('inspections')}
      chip={state => <InspectionChip state={state} />}
      empty={<Empty title={t('quality.noInspections')}>{t('quality.noInspectionsHow')}</Empty>}
    />
  )
}

function OpenInspection({ params, close }: { params: URLSearchParams; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [subject, setSubject] = useState(() => subjectOf(params))
  const change = (patch: Partial<Subject>) => setSubject(now => ({ ...now, ...patch }))
  const [run, setRun] = useState('')
  const [plan, setPlan] = useState(params.get('plan') ?? '')
  const [place, setPlace] = useState('')
  const [reason, setReason] = useState('')
  const meant = useMeant()
  useScans(code =>
    meant(code, found => {
      signal(found === null ? 'wrong' : 'right')
      if (found !== null) {
        setSubject(now => withScanned(now, found))
      }
    }),
  )
  return (
    <Modal
      opened
      onClose={close}
      title={t('quality.do.inspect')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Inspection>
        path="/inspections"
        body={() => ({
          ...subjectBody(subject),
          run: said(run),
          plan: said(plan),
          place: said(place),
          reason: said(reason),
        })}
        shown={/^\/(item|lot|serials|run|qty|plan|place|reason)/}
        submit={t('quality.do.inspect')}
        ready={subject.item !== '' && (isNamed(subject) || run !== '')}
        done={({ number }) => void navigate(pathOf('inspections', number))}
        cancel={close}
      >
        {fault => (
          <>
            <p className="muted">{t('quality.inspectHow')}</p>
            <SubjectFields subject={subject} onChange={change} fault={fault} />
            <div className="field-pair">
              <Line code label={t('quality.field.run')} value={run} error={fault('/run')} onChange={setRun} />
              <PlaceField label={t('quality.field.place')} value={place} error={fault('/place')} onChange={setPlace} />
            </div>
            <PlanField
              label={t('quality.field.plan')}
              item={subject.item}
              value={plan}
              error={fault('/plan')}
              onChange={setPlan}
            />
            <Line label={t('quality.field.reason')} value={reason} error={fault('/reason')} onChange={setReason} />
          </>
        )}
      </ActForm>
    </Modal>
  )
}
