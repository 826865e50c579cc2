// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { count } from '../i18n/formats'
import { type TextKey, useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Moment } from '../parts/when'
import type { Tab } from './addresses'
import type { TakenStep } from './model'
import { useSteps } from './use-quality'

const KNOWN = {
  open: 'quality.step.open',
  take: 'quality.step.take',
  receive: 'quality.step.receive',
  note: 'quality.step.note',
  code: 'quality.step.code',
  identify: 'quality.step.identify',
  detail: 'quality.step.detail',
  matched: 'quality.step.matched',
  merge: 'quality.step.merge',
  unmerge: 'quality.step.unmerge',
  investigate: 'quality.step.investigate',
  reply: 'quality.step.reply',
  mailed: 'quality.step.mailed',
  mailTrouble: 'quality.step.mailTrouble',
  said: 'quality.step.said',
  attach: 'quality.step.attach',
  link: 'quality.step.link',
  close: 'quality.step.close',
  reopen: 'quality.step.reopen',
  measure: 'quality.step.measure',
  attributes: 'quality.step.attributes',
  correct: 'quality.step.correct',
  judge: 'quality.step.judge',
  cancel: 'quality.step.cancel',
  contain: 'quality.step.contain',
  dispose: 'quality.step.dispose',
  act: 'quality.step.act',
  done: 'quality.step.done',
  verify: 'quality.step.verify',
  issue: 'quality.step.issue',
  withdraw: 'quality.step.withdraw',
} as const satisfies Record<string, TextKey>

/** All that was done in a record: by whom and when, each chained to the one before. */
export function RecordSteps({
  tab,
  number,
  words,
}: {
  tab: Tab
  number: string
  words?: (step: TakenStep) => ReactNode
}) {
  const { t } = useTexts()
  const { pages, rows } = useSteps(tab, number)
  return (
    <Card title={t('quality.record')} aside={count(rows.length)}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      <ol className="timeline">
        {rows.map(step => (
          <li key={step.n}>
            <div>
              <b>{step.type in KNOWN ? t(KNOWN[step.type as keyof typeof KNOWN]) : step.type}</b>
              <div className="long-text">{words?.(step) ?? wordsOf(step)}</div>
              <div className="muted small">
                {step.by}, <Moment at={step.at} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      <MoreButton of={pages} />
    </Card>
  )
}

/** What somebody wrote in a step; its other members are shown by name. */
export function wordsOf({ step }: TakenStep): string {
  const { text, findings, reason, ...more } = step
  const written = [text, findings, reason].filter(one => typeof one === 'string')
  const rest = Object.entries(more)
    .filter(([name, value]) => name !== 'type' && name !== 'id' && isPlain(value))
    .map(([name, value]) => `${name}: ${value}`)
  return [...written, rest.join(' · ')].filter(Boolean).join('\n')
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
