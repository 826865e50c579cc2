// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Choice } from '../parts/fields'
import { LEVELS, type Level, type Recall } from './model'
import { StepForm } from './step-form'

const PERCENT_MIN = 10
const PERCENT_START = 50

/** Draws the consignees that are checked; the server chooses, so that nobody can. */
export function SampleForm({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [level, setLevel] = useState<Level>(recall.decision?.decide.level ?? 'A')
  const [percent, setPercent] = useState(PERCENT_START)
  return (
    <StepForm
      recall={recall}
      shown={/^\/(level|percent)$/}
      step={() => ({ type: 'drawSample', level, percent: level === 'B' ? percent : undefined })}
      submit={t('recalls.do.drawSample')}
    >
      {fault => (
        <div className="form-two">
          <Choice
            label={t('recalls.field.level')}
            values={LEVELS}
            word={one => t(`recalls.level.${one}`)}
            value={level}
            error={fault('/level')}
            onChange={next => next !== undefined && setLevel(next)}
          />
          {level === 'B' && (
            <NumberInput
              size="md"
              label={t('recalls.field.percent')}
              value={percent}
              min={PERCENT_MIN}
              max={100}
              allowDecimal={false}
              error={fault('/percent')}
              onChange={value => setPercent(Number(value) || PERCENT_MIN)}
              rightSection={<span className="muted small">%</span>}
            />
          )}
        </div>
      )}
    </StepForm>
  )
}
