// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SegmentedControl } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import type { Direction } from './model'
import { More } from './more'
import { hasSeed, type Question, type Seed } from './question'
import { SeedBox } from './seed-box'

/** The question: a scan or a direction asks at once, the settings when they are all made. */
export function Ask({ question, onAsk }: { question: Question; onAsk: (next: Question) => void }) {
  const { t } = useTexts()
  const begin = (seed: Seed) => {
    // A place and a document narrow one seed, and say nothing about another.
    const { place: _, document: __, contents: ___, ...policy } = question.policy
    onAsk({ ...question, seed, policy })
  }
  return (
    <section className="card trace-ask no-print" aria-label={t('trace.question')}>
      <div className="trace-ask-row">
        <SeedBox question={question} onSeed={begin} />
        <SegmentedControl
          aria-label={t('trace.direction')}
          value={question.direction}
          onChange={direction => onAsk({ ...question, direction: direction as Direction })}
          data={[
            { value: 'forward', label: t('trace.asks.forward') },
            { value: 'backward', label: t('trace.asks.backward') },
          ]}
          size="md"
        />
      </div>
      <More question={question} onAsk={onAsk} asks={hasSeed(question)} />
    </section>
  )
}
