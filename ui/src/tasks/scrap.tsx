// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { TextField } from './fields'
import { TaskPage } from './page'
import { fromStock } from './understand'
import { type Understanding, useScanning } from './use-scanning'
import { type TaskRule, useTask } from './use-task'

export const RULE: TaskRule = {
  readsLater: true,
  task: 'scrap',
  head: { reason: '', operator: '' },
  remembers: ['operator'],
  decides: [],
  ready: () => true,
  act: (head, lines) => ({ type: 'scrap', ...about(head), ...gather(lines) }),
}

/** What the task makes of a scan, at once or when the network is back. */
export const understanding: Understanding =
  ({ add }, t) =>
  async (meaning, code, _, note) => {
    const line = await fromStock(meaning, code, note, t)
    return line === null ? undefined : void add(line)
  }

/** What is broken or spoilt leaves stock, with a reason. */
export default function Scrap() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft } = task

  const missing = draft?.head.reason?.trim() ? null : t('tasks.choose.reason')
  const scanning = useScanning(task, understanding(task, t), missing === null)
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.scrap.title')}
      what={t('tasks.scrap.what')}
      summary={draft?.head.reason ?? ''}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <TextField label={t('tasks.reason')} value={h.reason ?? ''} onChange={reason => set({ reason })} />
      )}
      idle={t('tasks.scrap.idle')}
      counted={t('tasks.scrap.counted')}
      finish={t('tasks.scrap.finish')}
    />
  )
}
