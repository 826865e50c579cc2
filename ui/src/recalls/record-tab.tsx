// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { Copyable } from '../parts/copyable'
import { said, Words } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { ROLES, useMe } from '../shell/session'
import { useMay } from './may'
import type { Recall, TakenStep } from './model'
import { StepForm } from './step-form'
import { StepWords } from './step-words'
import { useSteps, useVerify } from './use-recalls'

/** As much of a hash as tells it from others at a glance. */
const HASH_SHOWN = 12

/** Steps that nobody can take back. */
const STAYS: readonly string[] = ['undo', 'scoped', 'notified', 'reopen', 'release', 'free']

/** All that was done in a case: by whom, in which role and when; each step is chained to the one before. */
export function RecordTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const { pages, rows } = useSteps(recall.number)
  const { may } = useMe()
  return (
    <>
      {may.includes('verify') && <Verify number={recall.number} />}
      <Card title={t('recalls.steps', { n: count(recall.lastStep) })}>
        {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Waiting />}
        <ol className="timeline">
          {rows.map(step => (
            <li key={step.n} data-voided={step.undone || undefined}>
              <StepLine recall={recall} step={step} />
            </li>
          ))}
        </ol>
        <MoreButton of={pages} />
      </Card>
    </>
  )
}

function StepLine({ recall, step }: { recall: Recall; step: TakenStep }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const [undoing, setUndoing] = useState(false)
  const undoable = may('undo') && !step.undone && !STAYS.includes(step.type)
  return (
    <div className="recall-step" id={`step-${step.n}`}>
      <div className="recall-step-head">
        <b className={step.undone ? 'recall-undone' : undefined}>{t(`recalls.step.${step.type}`)}</b>
        {step.undone && <StateChip state="gone">{t('recalls.undone')}</StateChip>}
        {undoable && !undoing && (
          <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => setUndoing(true)}>
            {t('recalls.do.undo')}
          </Button>
        )}
      </div>
      <StepWords step={step.step} />
      <div className="muted small">
        {count(step.n)} · {step.by}, <RoleWord role={step.role} /> · <Moment at={step.at} />
      </div>
      <details className="recall-hash">
        <summary className="muted small">
          {t('recalls.hash')} <span className="code">{step.hash.slice(0, HASH_SHOWN)}…</span>
        </summary>
        <Copyable name={t('recalls.hash')} text={step.hash} />
      </details>
      {undoing && <UndoForm recall={recall} step={step.n} close={() => setUndoing(false)} />}
    </div>
  )
}

function RoleWord({ role }: { role: string }) {
  const { t } = useTexts()
  const known = ROLES.find(one => one === role)
  return <>{known === undefined ? role : t(`shell.role.${known}`)}</>
}

function UndoForm({ recall, step, close }: { recall: Recall; step: number; close: () => void }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  return (
    <StepForm
      recall={recall}
      shown={/^\/(reason|step)$/}
      step={() => ({ type: 'undo', step, reason: said(reason) })}
      submit={t('recalls.do.undo')}
      ready={reason.trim() !== ''}
      grave
      done={close}
      cancel={close}
    >
      {fault => (
        <Words
          label={t('recalls.field.reason')}
          description={t('recalls.undoHow')}
          value={reason}
          error={fault('/reason') ?? fault('/step')}
          onChange={setReason}
          rows={2}
          focus
        />
      )}
    </StepForm>
  )
}

/** Whether the steps are those that were taken, worked out when somebody asks. */
function Verify({ number }: { number: string }) {
  const { t } = useTexts()
  const verify = useVerify(number)
  return (
    <div className="recall-chips no-print">
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('scopes.verify')}
      </Button>
      {verify.isError && <ProblemNotice error={verify.error} />}
      {verify.data !== undefined && (
        <span role="status">
          <StateChip state={verify.data.ok ? 'ok' : 'bad'}>
            {verify.data.ok
              ? t('recalls.chainHolds', { n: count(verify.data.steps) })
              : t('recalls.chainBroken', { n: count(verify.data.firstBroken ?? 0) })}
          </StateChip>
        </span>
      )}
    </div>
  )
}
