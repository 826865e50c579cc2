// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { IconCheck, IconCircle, IconCircleDot, IconMinus } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { Ago } from '../parts/when'
import type { Recall } from './model'
import { type StagePart, stageLine } from './stages'

const SIGNS = { done: IconCheck, now: IconCircleDot, passed: IconMinus, toCome: IconCircle }

/** The stages as a calm line: done, now and to come. */
export function StageLine({ recall }: { recall: Pick<Recall, 'stage' | 'stages' | 'counts'> }) {
  const { t } = useTexts()
  return (
    <section className="card" aria-label={t('recalls.stages')}>
      <ol className="recall-stages">
        {stageLine(recall).map(part => (
          <Part key={part.stage} part={part} />
        ))}
      </ol>
    </section>
  )
}

function Part({ part: { stage, is, at, by } }: { part: StagePart }) {
  const { t } = useTexts()
  const Sign = SIGNS[is]
  return (
    <li data-is={is} aria-current={is === 'now' ? 'step' : undefined}>
      <Sign size={16} stroke={2.2} aria-hidden />
      <span className="recall-stage-name">
        {t(`recalls.stage.${stage}`)}
        <span className="hidden-words"> {t(`recalls.is.${is}`)}</span>
      </span>
      {at !== undefined && (
        <span className="muted small">
          <Ago at={at} />
          {by !== undefined && `, ${by}`}
        </span>
      )}
    </li>
  )
}
