// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTexts } from '../i18n/texts'
import { RecallChips } from '../parts/recalled'
import { StateChip } from '../parts/state'
import { labelOf, size, stateOf } from './board'
import { type DraftLine, pieces } from './draft'
import type { Task } from './use-task'

/** The lines so far, the last scan first; thousands of them scroll. */
export function Lines({ task, only, label }: { task: Task; only?: (line: DraftLine) => boolean; label?: string }) {
  const { t } = useTexts()
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
    <section ref={scroller} className="card lines" tabIndex={0} aria-label={label ?? t('tasks.lines')}>
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
              <LineRow line={line} task={task} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function LineRow({ line, task }: { line: DraftLine; task: Task }) {
  const { t } = useTexts()
  const { verdict } = line
  const n = pieces(line)
  const side = task.rule.task === 'swap' && line.side !== undefined && t(`tasks.side.${line.side}`)
  const words = [
    side,
    line.name ?? line.item,
    line.serial && line.lot,
    size(line),
    n > 1 && t('tasks.pieces', { count: n }),
  ]
  return (
    <div className="line" data-state={stateOf(line)}>
      <div className="line-words">
        <span className="code">{labelOf(line)}</span>
        <span className="muted small">{words.filter(Boolean).join(' · ')}</span>
        {verdict.is === 'refused' && <span className="small line-why">{verdict.detail || verdict.title}</span>}
      </div>
      {verdict.is === 'good' && <RecallChips recalls={verdict.recalls} />}
      {verdict.is === 'good' && <IconCheck size={18} stroke={2.2} aria-label={t('tasks.good')} color="var(--state)" />}
      {verdict.is === 'waiting' && (
        <IconClock size={18} stroke={2.2} aria-label={t('tasks.waiting')} color="var(--state)" />
      )}
      {verdict.is === 'twice' && <StateChip state="held">{t('tasks.twiceShort')}</StateChip>}
      {verdict.is === 'refused' && <StateChip state="bad">{t('tasks.refused')}</StateChip>}
      {verdict.is === 'asks' && (
        <Button variant="light" size="sm" onClick={() => task.say({ about: 'line', key: line.key })}>
          {t('tasks.missing')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('tasks.remove', { code: labelOf(line) })}
        disabled={task.draft?.sent}
        onClick={() => task.remove(line.key)}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}
