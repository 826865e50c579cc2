// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count, day, quantity } from '../i18n/formats'
import { ProblemNotice } from '../parts/notices'
import { type State, StateChip, StateSign } from '../parts/state'
import './tasks.css'
import { countable, type DraftLine } from './draft'
import type { Task } from './use-task'

/** How many things a line stands for, as far as that is known before it is recorded. */
export function size(line: DraftLine): string {
  return line.qty === undefined ? '' : `${quantity(line.qty)} ${line.unit ?? ''}`.trim()
}

export function stateOf(line: DraftLine): State {
  switch (line.verdict.is) {
    case 'good':
      return line.verdict.alerts === undefined ? 'ok' : 'unknown'
    case 'refused':
      return 'bad'
    case 'twice':
    case 'asks':
      return 'held'
    case 'waiting':
      return 'gone'
  }
}

/** What the last scan did, large enough to be seen from a step away. */
export function LastScan({ task, idle }: { task: Task; idle: string }) {
  const { t } = useTranslation()
  const { said, draft, finished } = task
  const line = said?.about === 'line' ? draft?.lines.find(other => other.key === said.key) : undefined
  if (line !== undefined) {
    const state = stateOf(line)
    return (
      <section className="scan-panel" data-state={state} aria-live="polite">
        <div className="scan-panel-title">
          <StateSign state={state} size={20} />
          {line.verdict.is === 'refused' ? line.verdict.title : (line.name ?? line.item ?? line.container)}
        </div>
        <div className="code scan-panel-code">
          {line.serial ?? line.serials ?? line.container ?? line.lot ?? line.code}
        </div>
        <LineWords line={line} />
      </section>
    )
  }
  if (said?.about === 'note') {
    return (
      <section className="scan-panel" data-state={said.state} aria-live="polite">
        <div className="scan-panel-title">
          <StateSign state={said.state} size={20} />
          {said.title}
        </div>
        {said.detail && <div className="scan-panel-words">{said.detail}</div>}
      </section>
    )
  }
  if (finished !== null) {
    return (
      <section className="scan-panel" data-state="ok" aria-live="polite">
        <div className="scan-panel-title">
          <StateSign state="ok" size={20} />
          {t('tasks.recorded')}
        </div>
        <div className="scan-panel-words">
          <Link to={`/entries/${finished.seq}`}>{t('tasks.entry', { seq: count(finished.seq) })}</Link>
          {finished.alerts.includes('suspect-twin') && <StateChip state="unknown">{t('tasks.twins')}</StateChip>}
        </div>
      </section>
    )
  }
  return (
    <section className="scan-panel" data-state="gone" aria-live="polite">
      <div className="scan-panel-words" style={{ margin: 0 }}>
        {idle}
      </div>
    </section>
  )
}

function LineWords({ line }: { line: DraftLine }) {
  const { t } = useTranslation()
  const { verdict } = line
  const facts = [
    line.serial !== undefined && line.lot ? t('tasks.ofLot', { lot: line.lot }) : null,
    line.expiry ? t('tasks.until', { day: day(line.expiry) }) : null,
    size(line) || null,
  ].filter(Boolean)
  return (
    <div className="scan-panel-words">
      {facts.length > 0 && <div>{facts.join(' · ')}</div>}
      {verdict.is === 'refused' && (
        <div>
          {verdict.detail} {verdict.action && <b>{verdict.action}</b>}
        </div>
      )}
      {verdict.is === 'twice' && <div>{t('tasks.twice')}</div>}
      {verdict.is === 'waiting' && <div>{t('tasks.waiting')}</div>}
      {verdict.is === 'good' && verdict.alerts?.includes('suspect-twin') && <div>{t('tasks.twin')}</div>}
    </div>
  )
}

/** How far it is; with what was expected when that is known. */
export function Counter({ task, expected, label }: { task: Task; expected?: number; label: string }) {
  const { t } = useTranslation()
  const lines = task.draft?.lines ?? []
  const n = lines.filter(countable).length
  return (
    <div>
      <div className="card counter">
        <span className="counter-number" data-testid="counter">
          {count(n)}
        </span>
        <span className="muted">{expected ? t('tasks.of', { expected: count(expected), label }) : label}</span>
        {expected !== undefined && expected > n && (
          <span className="muted small" style={{ marginLeft: 'auto' }}>
            {t('tasks.left', { left: count(expected - n) })}
          </span>
        )}
      </div>
      {expected !== undefined && expected > 0 && (
        <Progress value={Math.min(100, (n / expected) * 100)} color="var(--ok)" mt={6} aria-label={label} />
      )}
    </div>
  )
}

const VERDICT_SIGNS = { good: IconCheck, waiting: IconClock }

/** The lines so far, the last scan first; thousands of them scroll. */
export function Lines({
  task,
  ask,
  only,
}: {
  task: Task
  ask?: (line: DraftLine) => ReactNode
  only?: (line: DraftLine) => boolean
}) {
  const { t } = useTranslation()
  const lines = (task.draft?.lines ?? []).filter(only ?? (() => true))
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 12,
    getItemKey: i => lines[i]?.key ?? i,
  })
  if (lines.length === 0) {
    return null
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section ref={scroller} className="card lines" tabIndex={0} aria-label={t('tasks.lines')}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(row => {
          const line = lines[row.index]
          return line === undefined ? null : (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <LineRow line={line} task={task} ask={ask} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function LineRow({ line, task, ask }: { line: DraftLine; task: Task; ask?: (line: DraftLine) => ReactNode }) {
  const { t } = useTranslation()
  const { verdict } = line
  const Sign = verdict.is === 'good' || verdict.is === 'waiting' ? VERDICT_SIGNS[verdict.is] : null
  return (
    <div className="line" data-state={stateOf(line)}>
      <div className="line-words">
        <span className="code">{line.serial ?? line.serials ?? line.container ?? line.lot ?? line.code}</span>
        <span className="muted small">
          {[line.name ?? line.item, line.serial && line.lot, size(line)].filter(Boolean).join(' · ')}
        </span>
        {verdict.is === 'refused' && <span className="small line-why">{verdict.detail || verdict.title}</span>}
        {verdict.is === 'asks' && ask?.(line)}
      </div>
      {Sign !== null && (
        <Sign
          size={18}
          stroke={2.2}
          aria-label={t(verdict.is === 'good' ? 'tasks.good' : 'tasks.waiting')}
          style={{ color: 'var(--state)' }}
        />
      )}
      {verdict.is === 'twice' && <StateChip state="held">{t('tasks.twiceShort')}</StateChip>}
      {verdict.is === 'refused' && <StateChip state="bad">{t('tasks.refused')}</StateChip>}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('tasks.remove', { code: line.serial ?? line.lot ?? line.code })}
        disabled={task.draft?.sent}
        onClick={() => task.remove(line.key)}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}

/** The thumb's buttons at the bottom: take the last scan back, and finish. */
export function Foot({
  task,
  finish,
  blocked,
  children,
}: {
  task: Task
  finish: string
  blocked?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const lines = task.draft?.lines ?? []
  const n = lines.filter(countable).length
  const open = lines.filter(line => line.verdict.is === 'asks').length
  return (
    <footer className="task-foot no-print">
      {task.problem !== null && <ProblemNotice error={task.problem} />}
      {task.waits && (
        <div role="status">
          <StateChip state="held">{t('tasks.sendingLater')}</StateChip>
        </div>
      )}
      <div className="task-buttons">
        <Button
          variant="default"
          size="lg"
          leftSection={<IconArrowBackUp size={20} />}
          onClick={task.undo}
          disabled={lines.length === 0 || task.draft?.sent}
        >
          {t('tasks.undo')}
        </Button>
        {children}
        <Button
          size="lg"
          className="task-finish"
          onClick={() => void task.finish()}
          loading={task.sending}
          disabled={n === 0 || open > 0 || blocked || task.waits}
        >
          {finish} · {count(n)}
        </Button>
      </div>
    </footer>
  )
}
