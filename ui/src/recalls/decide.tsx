// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { Choice, said, Words } from '../parts/fields'
import { PlaceField } from '../tasks/fields'
import { CountriesField } from './countries-field'
import { DEPTHS, type Decision, HAZARD_CLASSES, LEVELS, type Recall } from './model'
import { LastLook } from './preview'
import { StepForm } from './step-form'

const POINTERS = /^\/(action|hazardClass|depth|level|cage|reason|countries(\/\d+)?)$/

/** What is done about it; before it is done, a last look at what will be stopped. */
export function DecideForm({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [decision, setDecision] = useState<Decision>({
    action: 'act',
    depth: recall.kind === 'stockRecovery' ? 'ownStock' : 'consumer',
    level: recall.kind === 'stockRecovery' ? 'E' : 'A',
    countries: [],
  })
  const set = (patch: Partial<Decision>) => setDecision({ ...decision, ...patch })
  const acts = decision.action === 'act'
  const { action, reason } = decision
  return (
    <StepForm
      recall={recall}
      shown={POINTERS}
      step={() =>
        acts
          ? {
              type: 'decide',
              ...decision,
              cage: said(decision.cage ?? ''),
              reason: said(reason ?? ''),
            }
          : { type: 'decide', action, reason: said(reason ?? '') }
      }
      submit={t(
        acts ? (recall.kind === 'mock' ? 'recalls.do.decideMock' : 'recalls.do.decide') : 'recalls.do.decideNone',
      )}
      grave={acts && recall.kind !== 'mock'}
    >
      {fault => (
        <>
          <SegmentedControl
            aria-label={t('recalls.field.action')}
            value={action ?? 'act'}
            onChange={value => set({ action: value === 'none' ? 'none' : 'act' })}
            data={[
              { value: 'act', label: t('recalls.action.act') },
              { value: 'none', label: t('recalls.action.none') },
            ]}
            size="md"
          />
          {acts && <Acting decision={decision} set={set} fault={fault} />}
          <Words
            label={t('recalls.field.reason')}
            description={t('recalls.reasonHow')}
            value={reason ?? ''}
            error={fault('/reason')}
            onChange={text => set({ reason: text })}
          />
          {acts && <LastLook recall={recall} />}
        </>
      )}
    </StepForm>
  )
}

type ActingProps = { decision: Decision; set: (patch: Partial<Decision>) => void; fault: FaultAt }

function Acting({ decision, set, fault }: ActingProps) {
  const { t } = useTexts()
  return (
    <>
      <div className="form-two">
        <Choice
          label={t('recalls.field.hazardClass')}
          description={t('recalls.hazardClassHow')}
          values={HAZARD_CLASSES}
          word={one => t(`recalls.hazardClass.${one}`)}
          value={decision.hazardClass}
          error={fault('/hazardClass')}
          onChange={hazardClass => set({ hazardClass })}
          clearable
        />
        <Choice
          label={t('recalls.field.depth')}
          description={t('recalls.depthHow')}
          values={DEPTHS}
          word={one => t(`recalls.depth.${one}`)}
          value={decision.depth}
          error={fault('/depth')}
          onChange={depth => set({ depth })}
        />
        <Choice
          label={t('recalls.field.level')}
          description={t('recalls.levelHow')}
          values={LEVELS}
          word={one => t(`recalls.level.${one}`)}
          value={decision.level}
          error={fault('/level')}
          onChange={level => set({ level })}
        />
        <PlaceField
          label={t('recalls.field.cage')}
          description={t('recalls.cageHow')}
          value={decision.cage ?? ''}
          error={fault('/cage')}
          onChange={cage => set({ cage })}
        />
      </div>
      <CountriesField
        value={decision.countries ?? []}
        onChange={countries => set({ countries })}
        error={fault('/countries') ?? (decision.countries ?? []).map((_, n) => fault(`/countries/${n}`)).find(Boolean)}
      />
      <Checkbox
        size="md"
        label={t('recalls.field.publicWarning')}
        description={t('recalls.publicWarningHow')}
        checked={decision.publicWarning ?? false}
        onChange={e => set({ publicWarning: e.currentTarget.checked })}
      />
    </>
  )
}
