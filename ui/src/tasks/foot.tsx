// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Group, Modal } from '@mantine/core'
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { StateChip } from '../parts/state'
import { countable, type DraftLine } from './draft'
import { total, wordsOf } from './totals'
import type { Scanning } from './use-scanning'
import type { Task } from './use-task'

type FootProps = {
  task: Task
  scanning: Scanning
  finish: string
  /** What must be entered before it can be finished, in words. */
  missing: string | null
  withoutLines?: boolean
  /** The lines that are counted on the button. */
  only?: (line: DraftLine) => boolean
  children?: ReactNode
}

/** The thumb's buttons at the bottom: take the last scan back, take all back, and finish. */
export function Foot({
  task,
  scanning,
  finish,
  missing,
  withoutLines = false,
  only = () => true,
  children,
}: FootProps) {
  const { t } = useTexts()
  const lines = task.draft?.lines ?? []
  const ready = lines.filter(countable)
  const asked = lines.filter(line => line.verdict.is === 'asks').length
  const unread = lines.filter(line => line.unread).length
  const later = task.rule.readsLater === true
  const waits = unread > 0 && t('tasks.unread', { count: unread })
  const blocked = (!later && waits) || (asked > 0 && t('tasks.asked', { count: asked })) || missing
  const words = blocked || waits
  const sum = total(ready.filter(only))
  const finishable = ready.length + (later ? unread : 0)
  const frozen = lines.length === 0 || task.draft?.sent
  return (
    <footer className="task-foot no-print">
      {task.problem !== null && <ProblemNotice error={task.problem} />}
      <div role="status" className="task-foot-words">
        {task.waits ? (
          <StateChip state="held">{t('tasks.sendingLater')}</StateChip>
        ) : (
          words && (lines.length > 0 || withoutLines) && <span className="muted">{words}</span>
        )}
      </div>
      <div className="task-buttons">
        <Button
          variant="default"
          size="lg"
          leftSection={<IconArrowBackUp size={20} />}
          onClick={task.undo}
          disabled={frozen}
        >
          {t('tasks.undo')}
        </Button>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconEraser size={20} />}
          onClick={() => scanning.setClearing(true)}
          disabled={frozen}
        >
          {t('tasks.clear')}
        </Button>
        {children}
        <Button
          size="lg"
          className="task-finish"
          onClick={() => void task.finish()}
          loading={task.sending}
          disabled={(finishable === 0 && !withoutLines) || Boolean(blocked) || task.waits}
        >
          {finishable === 0 ? finish : `${finish} · ${wordsOf({ ...sum, pieces: sum.pieces + (later ? unread : 0) })}`}
        </Button>
      </div>
      <Modal opened={scanning.clearing} onClose={() => scanning.setClearing(false)} title={t('tasks.clearAll')}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t('tasks.clearWhy', { count: lines.length })}
        </p>
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={() => scanning.setClearing(false)} data-autofocus>
            {t('tasks.keep')}
          </Button>
          <Button color="red" size="md" onClick={scanning.clear}>
            {t('tasks.clear')}
          </Button>
        </Group>
      </Modal>
    </footer>
  )
}
