// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Choice, Count, said, Words } from '../parts/fields'
import { type Hazard, LIKELIHOODS, type Recall, SEVERITIES } from './model'
import { StepForm } from './step-form'

type Props = { recall: Recall; done?: () => void; cancel?: () => void }

/** What was found out about the signal. */
export function InvestigateForm({ recall, done, cancel }: Props) {
  const { t } = useTexts()
  const [findings, setFindings] = useState(recall.investigation?.findings ?? '')
  return (
    <StepForm
      recall={recall}
      shown={/^\/findings$/}
      step={() => ({ type: 'investigate', findings: said(findings) })}
      submit={t('recalls.do.investigate')}
      ready={findings.trim() !== ''}
      done={done}
      cancel={cancel}
    >
      {fault => (
        <Words
          label={t('recalls.field.findings')}
          description={t('recalls.findingsHow')}
          value={findings}
          error={fault('/findings')}
          onChange={setFindings}
          rows={4}
        />
      )}
    </StepForm>
  )
}

/** The health hazard evaluation, or risk assessment. */
export function HazardForm({ recall, done, cancel }: Props) {
  const { t } = useTexts()
  const [hazard, setHazard] = useState<Hazard>(recall.hazard ?? {})
  const set = (patch: Partial<Hazard>) => setHazard({ ...hazard, ...patch })
  return (
    <StepForm
      recall={recall}
      shown={/^\/(hazard|severity|likelihood|atRisk|injuries|conclusion)$/}
      step={() => ({
        type: 'evaluateHazard',
        hazard: said(hazard.hazard ?? ''),
        severity: hazard.severity,
        likelihood: hazard.likelihood,
        atRisk: said(hazard.atRisk ?? ''),
        injuries: hazard.injuries,
        conclusion: said(hazard.conclusion ?? ''),
      })}
      submit={t('recalls.do.evaluateHazard')}
      done={done}
      cancel={cancel}
    >
      {fault => (
        <>
          <Words
            label={t('recalls.field.hazard')}
            description={t('recalls.hazardHow')}
            value={hazard.hazard ?? ''}
            error={fault('/hazard')}
            onChange={value => set({ hazard: value })}
          />
          <div className="form-two">
            <Choice
              label={t('recalls.field.severity')}
              values={SEVERITIES}
              word={one => t(`recalls.severity.${one}`)}
              value={hazard.severity}
              error={fault('/severity')}
              onChange={severity => set({ severity })}
            />
            <Choice
              label={t('recalls.field.likelihood')}
              values={LIKELIHOODS}
              word={one => t(`recalls.likelihood.${one}`)}
              value={hazard.likelihood}
              error={fault('/likelihood')}
              onChange={likelihood => set({ likelihood })}
            />
          </div>
          <div className="form-two">
            <Words
              label={t('recalls.field.atRisk')}
              description={t('recalls.atRiskHow')}
              value={hazard.atRisk ?? ''}
              error={fault('/atRisk')}
              onChange={atRisk => set({ atRisk })}
              rows={1}
            />
            <Count
              label={t('recalls.field.injuries')}
              description={t('recalls.injuriesHow')}
              value={hazard.injuries}
              error={fault('/injuries')}
              onChange={injuries => set({ injuries })}
            />
          </div>
          <Words
            label={t('recalls.field.conclusion')}
            value={hazard.conclusion ?? ''}
            error={fault('/conclusion')}
            onChange={conclusion => set({ conclusion })}
          />
        </>
      )}
    </StepForm>
  )
}
