// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Line, said } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { FitReasons } from './fit-answer'
import { bodyOf, type RuleDraft } from './fit-draft'
import type { FitAnswer } from './fit-model'
import { FitChip } from './fit-words'

type Tried = { serial: string; objectSerial: string; objectLot: string; asOf: string }

/** What a rule would answer for a serial if it were kept as it is written now. */
export function TryBox({ draft }: { draft: RuleDraft }) {
  const { t } = useTexts()
  const [tried, setTried] = useState<Tried>({ serial: '', objectSerial: '', objectLot: '', asOf: '' })
  const [answer, setAnswer] = useState<FitAnswer | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<Tried>) => {
    setTried(now => ({ ...now, ...patch }))
    setAnswer(null)
  }
  const ask = async () => {
    setBusy(true)
    setError(null)
    try {
      const rule = bodyOf(draft)
      setAnswer(
        await api.post<FitAnswer>('/fits:try', {
          item: rule.subject.item,
          serial: said(tried.serial),
          object: rule.object.item,
          objectSerial: said(tried.objectSerial),
          objectLot: said(tried.objectLot),
          asOf: said(tried.asOf),
          // A rule that has no code yet is tried under one that no rule can have for long.
          rules: [{ ...rule, code: rule.code === '' ? t('fit.draftCode') : rule.code }],
        }),
      )
    } catch (e) {
      setAnswer(null)
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <fieldset className="fit-side">
      <legend>{t('fit.try')}</legend>
      <div className="muted small">{t('fit.tryHow')}</div>
      <div className="field-pair">
        <Line
          code
          label={t('fit.field.serialOf', { item: draft.subject.item })}
          value={tried.serial}
          onChange={serial => set({ serial })}
        />
        <Line
          code
          label={t('fit.field.serialOf', { item: draft.object.item })}
          value={tried.objectSerial}
          onChange={objectSerial => set({ objectSerial, objectLot: '' })}
        />
        <Line
          code
          label={t('fit.field.lotOf', { item: draft.object.item })}
          value={tried.objectLot}
          onChange={objectLot => set({ objectLot, objectSerial: '' })}
        />
        <Line type="date" label={t('fit.field.asOf')} value={tried.asOf} onChange={asOf => set({ asOf })} />
      </div>
      <Button variant="default" size="md" style={{ alignSelf: 'start' }} loading={busy} onClick={() => void ask()}>
        {t('fit.do.try')}
      </Button>
      {error !== null && <ProblemNotice error={error} />}
      {answer !== null && (
        <div role="status">
          <FitChip answer={answer.answer} />
          <FitReasons answer={answer} />
        </div>
      )}
    </fieldset>
  )
}
