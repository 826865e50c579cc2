// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { type TextKey, useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Moment } from '../parts/when'
import { wordsOf } from '../quality/record-steps'
import { useSteps } from './use-care'

const KNOWN = {
  open: 'care.step.open',
  file: 'care.step.file',
  detail: 'care.step.detail',
  submit: 'care.step.submit',
  judge: 'care.step.judge',
  approve: 'care.step.approve',
  reject: 'care.step.reject',
  repair: 'care.step.repair',
  replace: 'care.step.replace',
  pay: 'care.step.pay',
  note: 'care.step.note',
  cause: 'care.step.cause',
  noFault: 'care.step.noFault',
  withdraw: 'care.step.withdraw',
  reopen: 'care.step.reopen',
  recover: 'care.step.recover',
  send: 'care.step.send',
  answer: 'care.step.answer',
  receive: 'care.step.receive',
  close: 'care.step.close',
} as const satisfies Record<string, TextKey>

/** What these say stands above, as it is by now. */
const BEGINS: ReadonlySet<string> = new Set(['file', 'open'])

/** All that was done in a claim or a recovery: by whom and when, each chained to the one before. */
export function CareSteps({ path }: { path: string }) {
  const { t } = useTexts()
  const { pages, rows } = useSteps(path)
  return (
    <Card title={t('quality.record')} aside={count(rows.length)}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      <ol className="timeline">
        {rows.map(step => (
          <li key={step.n}>
            <div>
              <b>{step.type in KNOWN ? t(KNOWN[step.type as keyof typeof KNOWN]) : step.type}</b>
              {step.type === 'cause' && typeof step.step.unit === 'string' ? (
                <div>
                  <Link to={`/units/${step.step.unit}`}>{t('care.field.causal')}</Link>
                </div>
              ) : (
                !BEGINS.has(step.type) && <div className="long-text">{wordsOf(step)}</div>
              )}
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
