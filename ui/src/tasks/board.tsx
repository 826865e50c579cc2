// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { PrintButton } from '../labels/print-button'
import { RecallChips } from '../parts/recalled'
import { type State, StateChip, StateSign } from '../parts/state'
import { shown } from '../scan/several'
import { Asked } from './asked'
import { type DraftLine, isAlarming } from './draft'
import { jobOfTask } from './printing'
import { numberOf, total, wordsOf } from './totals'
import type { Task } from './use-task'

/** How much a line stands for, where that is a quantity. */
export function size(line: DraftLine): string {
  return line.qty === undefined || line.verdict.is === 'asks' ? '' : `${quantity(line.qty)} ${line.unit ?? ''}`.trim()
}

/** The number that a line is known by. */
export function labelOf(line: DraftLine): string {
  return line.serial ?? line.serials ?? line.container ?? line.lot ?? (shown(line.code) || (line.item ?? ''))
}

export function stateOf(line: DraftLine): State {
  switch (line.verdict.is) {
    case 'good':
      return isAlarming(line.verdict) ? 'bad' : line.verdict.alerts === undefined ? 'ok' : 'unknown'
    case 'refused':
      return 'bad'
    case 'twice':
    case 'asks':
      return 'held'
    case 'waiting':
      return 'gone'
  }
}

function Panel({ state, title, children }: { state: State; title?: ReactNode; children?: ReactNode }) {
  return (
    <section className="scan-panel" data-state={state} aria-live="polite">
      {title && (
        <div className="scan-panel-title">
          <StateSign state={state} size={20} />
          {title}
        </div>
      )}
      {children}
    </section>
  )
}

/** What the last scan did, large enough to be seen from a step away; what it still needs is asked here. */
export function LastScan({ task, idle }: { task: Task; idle: string }) {
  const { t } = useTexts()
  const { said, draft, finished } = task
  const line = said?.about === 'line' ? draft?.lines.find(other => other.key === said.key) : undefined
  if (line !== undefined) {
    const { verdict } = line
    return (
      <Panel
        state={stateOf(line)}
        title={verdict.is === 'refused' ? verdict.title : (line.name ?? line.item ?? line.container ?? t('tasks.kept'))}
      >
        <div className="code scan-panel-code">{labelOf(line)}</div>
        <LineWords line={line} ready={task.rule.ready(draft?.head ?? {})} />
        {verdict.is === 'asks' && (
          <Asked key={line.key} line={line} onComplete={patch => void task.complete(line.key, patch)} />
        )}
      </Panel>
    )
  }
  if (said?.about === 'note') {
    return (
      <Panel state={said.state} title={said.title}>
        {said.detail && <div className="scan-panel-words">{said.detail}</div>}
      </Panel>
    )
  }
  if (said?.about === 'kept') {
    return (
      <Panel state="held" title={t('tasks.aside')}>
        <div className="scan-panel-words">
          <span>{t('tasks.sendingLater')}</span>
          <Link to="/tasks/outbox">{t('outbox.title')}</Link>
        </div>
      </Panel>
    )
  }
  if (finished !== null) {
    const job = jobOfTask(task.rule.task, finished)
    return (
      <Panel state="ok" title={t('tasks.recorded')}>
        <div className="scan-panel-words">
          {finished.lines.length > 0 && <span>{wordsOf(total(finished.lines))}</span>}
          {finished.refused > 0 && (
            <StateChip state="held">{t('tasks.leftOut', { count: finished.refused })}</StateChip>
          )}
          {finished.seqs.map(seq => (
            <Link key={seq} to={`/entries/${seq}`}>
              {t('tasks.entry', { seq: count(seq) })}
            </Link>
          ))}
          {finished.alerts.includes('suspect-twin') && <StateChip state="unknown">{t('tasks.twins')}</StateChip>}
          <RecallChips recalls={finished.recalls} />
          {job !== null && <PrintButton job={job} words={t('labels.printThese')} size="md" />}
        </div>
      </Panel>
    )
  }
  return (
    <Panel state="gone">
      <div className="scan-panel-words">{idle}</div>
    </Panel>
  )
}

/** Where nothing stands that could be named as where from. */
const VIRTUAL = new Set(['outside', 'adjustment', 'unknown'])

function LineWords({ line, ready }: { line: DraftLine; ready: boolean }) {
  const { t } = useTexts()
  const { verdict } = line
  const facts = [
    line.serial !== undefined && line.lot ? t('tasks.ofLot', { lot: line.lot }) : null,
    line.expiry ? t('tasks.until', { day: day(line.expiry) }) : null,
    size(line) || null,
    verdict.is === 'good' && verdict.from && line.unitId && !VIRTUAL.has(verdict.from)
      ? t('tasks.stoodAt', { place: verdict.from })
      : null,
  ].filter(Boolean)
  return (
    <div className="scan-panel-words">
      {facts.length > 0 && <div>{facts.join(' · ')}</div>}
      {verdict.is === 'refused' && (
        <div>
          {verdict.detail} {verdict.action && <b>{verdict.action}</b>}
        </div>
      )}
      {verdict.is === 'asks' && verdict.first && <div>{verdict.first}</div>}
      {verdict.is === 'twice' && <div>{t('tasks.twice')}</div>}
      {verdict.is === 'waiting' && <div>{ready || line.unread ? t('tasks.waiting') : t('tasks.waitsForHead')}</div>}
      {verdict.is === 'good' && verdict.alerts?.includes('suspect-twin') && <div>{t('tasks.twin')}</div>}
      {verdict.is === 'good' && verdict.unfit?.map(words => <b key={words}>{words}</b>)}
      {verdict.is === 'good' && verdict.recalls !== undefined && (
        <>
          <RecallChips recalls={verdict.recalls} />
          {verdict.recalls.map(({ recall, title }) => (
            <b key={recall}>{title}</b>
          ))}
        </>
      )}
    </div>
  )
}

/** How far it is; with what was expected when that is known. */
export function Counter({ lines, expected, label }: { lines: DraftLine[]; expected?: number; label: string }) {
  const { t } = useTexts()
  const sum = total(lines)
  const n = numberOf(sum)
  const unread = lines.filter(line => line.unread).length
  return (
    <div>
      <div className="card counter">
        <span className="counter-number" data-testid="counter">
          {wordsOf(sum)}
        </span>
        <span className="muted">{expected ? t('tasks.of', { expected: count(expected), label }) : label}</span>
        {unread > 0 && <StateChip state="gone">{t('tasks.unread', { count: unread })}</StateChip>}
        {expected !== undefined && expected > n && (
          <span className="muted small counter-left">{t('tasks.left', { left: count(expected - n) })}</span>
        )}
        {expected !== undefined && expected < n && (
          <span className="counter-left">
            <StateChip state="held">{t('tasks.above', { count: n - expected })}</StateChip>
          </span>
        )}
      </div>
      {expected !== undefined && expected > 0 && (
        <Progress value={Math.min(100, (n / expected) * 100)} color="var(--ok)" mt={6} aria-label={label} />
      )}
    </div>
  )
}
