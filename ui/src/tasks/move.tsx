// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { PlaceField } from './fields'
import { TaskPage } from './page'
import { fromStock } from './understand'
import { type Understanding, useScanning } from './use-scanning'
import { type TaskRule, useTask } from './use-task'

export const RULE: TaskRule = {
  readsLater: true,
  task: 'move',
  head: { to: '', operator: '' },
  remembers: ['operator'],
  clears: ['to'],
  decides: ['to'],
  ready: head => head.to !== '',
  act: (head, lines) => ({ type: 'move', to: head.to, ...about(head), ...gather(lines) }),
}

/** What the task makes of a scan, at once or when the network is back. */
export const understanding: Understanding =
  ({ setHead, add }, t) =>
  async (meaning, code, _, note) => {
    if (meaning.is === 'place') {
      setHead({ to: meaning.place })
      return note('info', t('tasks.into', { place: meaning.name ?? meaning.place }))
    }
    const line = await fromStock(meaning, code, note, t)
    return line === null ? undefined : void add(line)
  }

/** Units and containers go to another place; where from is known. */
export default function Move() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft } = task

  const missing = draft?.head.to ? null : t('tasks.choose.target')
  const scanning = useScanning(task, understanding(task, t), missing === null)
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.move.title')}
      what={t('tasks.move.what')}
      summary={`→ ${draft?.head.to}`}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => <PlaceField label={t('tasks.toPlace')} value={h.to ?? ''} onChange={to => set({ to })} />}
      idle={t('tasks.move.idle')}
      counted={t('tasks.move.counted')}
      finish={t('tasks.move.finish')}
    />
  )
}
