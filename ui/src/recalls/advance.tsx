// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { said, Words } from '../parts/fields'
import { isZero } from '../trace/decimals'
import type { Recall } from './model'
import { OpenQuantities } from './open'
import { StepForm } from './step-form'
import { useReconciliation } from './use-recalls'

type Props = { recall: Recall; to: 'effectiveness' | 'reconciled' }

/** The case goes on; what is still open then needs a reason. `quiet` is a second choice beside another button. */
export function AdvanceForm({ recall, to, quiet = false }: Props & { quiet?: boolean }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(!quiet)
  if (!asked) {
    return (
      <Button variant="default" size="md" onClick={() => setAsked(true)}>
        {t(`recalls.do.${to}`)}
      </Button>
    )
  }
  return (
    <StepForm
      recall={recall}
      shown={/^\/(to|reason)$/}
      step={() => ({ type: 'advance', to, reason: said(reason) })}
      submit={t(`recalls.do.${to}`)}
    >
      {fault => (
        <>
          {to === 'reconciled' && <OpenQuantities recall={recall} />}
          <Words
            label={t(to === 'reconciled' ? 'recalls.field.stillOpen' : 'recalls.field.remark')}
            description={to === 'reconciled' ? t('recalls.stillOpenHow') : undefined}
            value={reason}
            error={fault('/reason')}
            onChange={setReason}
            rows={2}
          />
        </>
      )}
    </StepForm>
  )
}

/** The end, with what stays open and why. */
export function CloseForm({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const open = useReconciliation(recall.number).data?.items.some(item => !isZero(item.states.open)) ?? false
  return (
    <StepForm
      recall={recall}
      shown={/^\/reason$/}
      step={() => ({ type: 'close', reason: said(reason) })}
      submit={t('recalls.do.close')}
      ready={!open || reason.trim() !== ''}
    >
      {fault => (
        <>
          {recall.scope !== undefined && <OpenQuantities recall={recall} />}
          <Words
            label={t(open ? 'recalls.field.stillOpen' : 'recalls.field.remark')}
            value={reason}
            error={fault('/reason')}
            onChange={setReason}
            rows={2}
          />
        </>
      )}
    </StepForm>
  )
}

export function ReopenForm({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <Button variant="default" size="md" onClick={() => setAsked(true)}>
        {t('recalls.do.reopen')}
      </Button>
    )
  }
  return (
    <StepForm
      recall={recall}
      shown={/^\/reason$/}
      step={() => ({ type: 'reopen', reason: said(reason) })}
      submit={t('recalls.do.reopen')}
      ready={reason.trim() !== ''}
      cancel={() => setAsked(false)}
    >
      {fault => (
        <Words
          label={t('recalls.field.reason')}
          value={reason}
          error={fault('/reason')}
          onChange={setReason}
          rows={2}
          focus
        />
      )}
    </StepForm>
  )
}
