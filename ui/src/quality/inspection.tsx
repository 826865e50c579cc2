// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { ActForm } from '../parts/act-form'
import { Code, ItemLink } from '../parts/code'
import { said, Words } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago, Moment } from '../parts/when'
import { useMe } from '../shell/session'
import { apiPath, pathOf } from './addresses'
import { CharacteristicCard } from './characteristic'
import type { Inspection } from './model'
import { RecordSteps } from './record-steps'
import { useInspection } from './use-quality'
import { InspectionChip, UnitWords } from './words'

/** One inspection: what is looked at and how much of it, what was found, and the verdict. */
export function InspectionPage() {
  const { number = '' } = useParams()
  const inspection = useInspection(number)
  if (inspection.isError && inspection.data === undefined) {
    return <ProblemNotice error={inspection.error} retry={() => void inspection.refetch()} />
  }
  return inspection.data === undefined ? <Waiting /> : <Shown inspection={inspection.data} />
}

function Shown({ inspection }: { inspection: Inspection }) {
  const { t } = useTexts()
  const { subject } = inspection
  const title = `${subject.name} ${subject.lot ?? subject.run ?? ''}`.trim()
  const mayInspect = useMe().may.includes('inspect')
  const open = inspection.state === 'open' && mayInspect
  return (
    <div className="page-parts quality">
      <PageHead
        title={`${inspection.number} ${title}`}
        heading={title}
        over={
          <>
            <Link to={pathOf('inspections')}>{t('quality.tab.inspections')}</Link> · <Code>{inspection.number}</Code> ·{' '}
            {inspection.openedBy}, <Ago at={inspection.openedAt} />
          </>
        }
        states={<InspectionChip state={inspection.state} />}
      />
      <Verdict inspection={inspection} open={open} />
      <div className="side-by-side">
        <Subject inspection={inspection} />
        <Sample inspection={inspection} />
      </div>
      {inspection.characteristics.map(one => (
        <CharacteristicCard key={one.code} number={inspection.number} found={one} open={open} />
      ))}
      <RecordSteps tab="inspections" number={inspection.number} />
    </div>
  )
}

function Subject({ inspection: { subject, place, reason } }: { inspection: Inspection }) {
  const { t } = useTexts()
  return (
    <Card title={t('quality.about')}>
      <Facts
        facts={[
          [t('quality.field.item'), <ItemLink key="item" code={subject.item} name={subject.name} />],
          [t('quality.field.lot'), subject.lot && <Code>{subject.lot}</Code>],
          [t('quality.field.run'), subject.run && <Code>{subject.run}</Code>],
          [t('quality.field.qty'), `${quantity(subject.qty)} ${subject.unit}`],
          [
            t('quality.field.lotQty'),
            subject.part && subject.lotQty !== undefined && `${quantity(subject.lotQty)} ${subject.unit}`,
          ],
          [t('quality.field.place'), place && <Code>{place}</Code>],
          [t('quality.field.reason'), reason],
        ]}
      />
      <p className="quality-chips">
        {subject.units.slice(0, 20).map(unit => (
          <UnitWords key={unit.unit} unit={{ unit: unit.unit, lot: unit.lot, serial: unit.serial }} />
        ))}
        {subject.unitCount > 20 && (
          <span className="muted">{t('quality.andMore', { n: count(subject.unitCount - 20) })}</span>
        )}
      </p>
    </Card>
  )
}

function Sample({ inspection: { plan, sample } }: { inspection: Inspection }) {
  const { t } = useTexts()
  return (
    <Card title={t('quality.sample')}>
      {sample.size > 0 && (
        <p className="quality-sentence">
          {t(sample.full ? 'quality.lookAtAll' : 'quality.lookAtSome', { n: count(sample.size) })}
        </p>
      )}
      <Facts
        facts={[
          [
            t('quality.field.plan'),
            plan && `${plan.name} (${plan.code}, ${t('quality.version', { n: count(plan.version) })})`,
          ],
          [t('quality.field.accept'), sample.accept !== undefined && t('quality.atMost', { n: count(sample.accept) })],
          [t('quality.field.reject'), sample.reject !== undefined && t('quality.from', { n: count(sample.reject) })],
          [
            t('quality.field.aql'),
            sample.aql &&
              `${sample.aql} · ${sample.level ?? ''} · ${sample.letter ?? ''}${sample.usedLetter && sample.usedLetter !== sample.letter ? ` → ${sample.usedLetter}` : ''}`,
          ],
        ]}
      />
    </Card>
  )
}

function Verdict({ inspection, open }: { inspection: Inspection; open: boolean }) {
  const { t } = useTexts()
  const [judging, setJudging] = useState(false)
  const { verdict, proposal, nonconformance } = inspection
  if (verdict !== undefined) {
    return (
      <Card title={t('quality.verdictTitle')} aside={<Moment at={verdict.at} />}>
        <StateChip state={verdict.accepted ? 'ok' : 'bad'}>
          {t(verdict.accepted ? 'quality.accepted' : 'quality.rejected')}
        </StateChip>{' '}
        {verdict.by}
        {verdict.deviates && <StateChip state="held">{t('quality.deviates')}</StateChip>}
        <Whys whys={verdict.why} />
        {verdict.reason !== undefined && <p className="long-text">{verdict.reason}</p>}
        {nonconformance !== undefined && (
          <p>
            <Link to={pathOf('nonconformances', nonconformance)}>
              {t('quality.tab.nonconformances')} {nonconformance}
            </Link>
          </p>
        )}
      </Card>
    )
  }
  return (
    <Card title={t('quality.verdictTitle')}>
      {proposal !== undefined && (
        <>
          <StateChip state={proposal.accepted === undefined ? 'held' : proposal.accepted ? 'ok' : 'bad'}>
            {t(
              proposal.accepted === undefined
                ? 'quality.notYet'
                : proposal.accepted
                  ? 'quality.wouldAccept'
                  : 'quality.wouldReject',
            )}
          </StateChip>
          <Whys whys={proposal.why} />
        </>
      )}
      {open && (
        <div className="form-buttons no-print">
          <Button size="md" onClick={() => setJudging(true)}>
            {t('quality.do.judge')}
          </Button>
        </div>
      )}
      {judging && <Judge inspection={inspection} close={() => setJudging(false)} />}
    </Card>
  )
}

function Whys({ whys }: { whys: string[] }) {
  return (
    whys.length > 0 && (
      <ul className="quality-why">
        {whys.map(why => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    )
  )
}

function Judge({ inspection, close }: { inspection: Inspection; close: () => void }) {
  const { t } = useTexts()
  const [accept, setAccept] = useState(inspection.proposal?.accepted ?? false)
  const [reason, setReason] = useState('')
  const deviates = accept !== inspection.proposal?.accepted
  return (
    <Modal opened onClose={close} title={t('quality.do.judge')} closeButtonProps={{ 'aria-label': t('masters.close') }}>
      <ActForm
        path={`${apiPath('inspections', inspection.number)}/steps`}
        body={() => ({ step: { type: 'judge', accept, reason: said(reason) } })}
        shown={/^\/(accept|reason)$/}
        submit={t(accept ? 'quality.do.accept' : 'quality.do.reject')}
        grave={!accept}
        ready={!deviates || reason.trim() !== ''}
        done={close}
        cancel={close}
      >
        {fault => (
          <>
            <Switch
              size="lg"
              label={t(accept ? 'quality.accepted' : 'quality.rejected')}
              checked={accept}
              onChange={e => setAccept(e.currentTarget.checked)}
            />
            <p className="muted">{t(accept ? 'quality.acceptHow' : 'quality.rejectHow')}</p>
            {deviates && <StateChip state="held">{t('quality.deviatesHow')}</StateChip>}
            <Words label={t('quality.field.reason')} value={reason} error={fault('/reason')} onChange={setReason} />
          </>
        )}
      </ActForm>
    </Modal>
  )
}
