// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import type { Content } from '../api/model'
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather, named } from './acts'
import { Contents, isIn } from './contents'
import type { DraftLine, Head } from './draft'
import { PlaceField, TextField } from './fields'
import type { ActBody } from './judge'
import { Modes, useMode } from './modes'
import { TaskPage } from './page'
import { itemOf } from './reading'
import { fromStock } from './understand'
import { type Understand, useScanning } from './use-scanning'
import { type GivenLine, type TaskRule, useTask } from './use-task'

const WAYS = [
  { mode: 'install', acts: ['install'] },
  { mode: 'remove', acts: ['remove'] },
  { mode: 'swap', acts: ['remove', 'install'] },
] as const

type Mode = (typeof WAYS)[number]['mode']

const host = (head: Head) => ({ host: named({ item: head.item, serial: head.serial }), ...about(head) })

/** Lines that come out are removed, those that go in are installed. */
function act(head: Head, lines: DraftLine[]): ActBody {
  return lines[0]?.side === 'out'
    ? { type: 'remove', ...host(head), to: head.to || undefined, ...gather(lines) }
    : { type: 'install', ...host(head), position: head.position || undefined, ...gather(lines) }
}

const rule = (task: Mode): TaskRule => ({
  task,
  head: { item: '', serial: '', unitId: '', position: '', to: '', operator: '' },
  remembers: ['to', 'operator'],
  clears: ['item', 'serial', 'unitId', 'position'],
  decides: ['serial', 'to'],
  ready: head => head.serial !== '',
  act,
  // Out before in, so that the place of the old part is free for the new one.
  acts: (head, lines) =>
    (['out', 'in'] as const)
      .map(side => lines.filter(line => line.side === side))
      .filter(some => some.length > 0)
      .map(some => act(head, some)),
})

const RULES: Record<Mode, TaskRule> = { install: rule('install'), remove: rule('remove'), swap: rule('swap') }

/** Parts go into a product, come out of it, or one takes the place of another. */
export default function Assembling() {
  const mode = useMode<Mode>(WAYS) ?? 'install'
  return <Install key={mode} mode={mode} />
}

async function removed({ id, item, name, lot, serial, qty }: Content): Promise<GivenLine> {
  const line = { code: serial ?? lot ?? '', item, name, lot, serial, unitId: id, side: 'out' as const }
  return serial === undefined ? { ...line, unit: (await itemOf(item ?? '')).unit, qty } : line
}

function Install({ mode }: { mode: Mode }) {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULES[mode], user)
  const { draft, setHead, add } = task

  const understand: Understand = async (meaning, code, now, note) => {
    if (meaning.is === 'place' && mode !== 'install') {
      setHead({ to: meaning.place })
      return note('info', t('tasks.into', { place: meaning.name ?? meaning.place }))
    }
    if (!now.serial && meaning.is === 'goods' && meaning.serial !== undefined && meaning.unitId !== undefined) {
      setHead({ item: meaning.item.code, serial: meaning.serial, unitId: meaning.unitId })
      return note('info', t('tasks.install.host', { item: meaning.item.name }), meaning.serial)
    }
    const line = await fromStock(meaning, code, note, t)
    if (line === null) {
      return
    }
    if (mode === 'install' || (mode === 'swap' && !(await isIn(now.unitId ?? '', line.unitId)))) {
      return void add({ ...line, side: 'in' })
    }
    return void add({ ...line, side: 'out' })
  }

  const head = draft?.head ?? {}
  const sides = new Set(draft?.lines.map(line => line.side))
  const half = mode === 'swap' && sides.size === 1
  const missing =
    (!head.serial && t('tasks.choose.host')) ||
    (half && (sides.has('in') ? t('tasks.install.whatOut') : t('tasks.install.whatIn'))) ||
    null
  const scanning = useScanning(task, understand, missing === null)

  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t(`tasks.install.${mode}`)}
      what={t(`tasks.install.${mode}What`)}
      modes={
        <Modes
          mode={mode}
          label={t('tasks.mode')}
          ways={WAYS.map(way => ({ mode: way.mode, label: t(`tasks.install.${way.mode}`), acts: [...way.acts] }))}
        />
      }
      summary={[head.serial, head.position, mode !== 'install' && head.to && `→ ${head.to}`]
        .filter(Boolean)
        .join(' · ')}
      complete={Boolean(head.serial)}
      missing={missing}
      fields={(h, set) => (
        <>
          <div>
            <div className="small muted">{t('tasks.install.hostField')}</div>
            <div className="task-chosen">
              <span className="code">{h.serial || '–'}</span>
              {h.serial && (
                <Button variant="default" size="md" onClick={() => set({ item: '', serial: '', unitId: '' })}>
                  {t('tasks.install.other')}
                </Button>
              )}
            </div>
          </div>
          {mode !== 'remove' && (
            <TextField
              label={t('tasks.install.position')}
              value={h.position ?? ''}
              onChange={position => set({ position })}
            />
          )}
          {mode !== 'install' && (
            <PlaceField label={t('tasks.install.to')} value={h.to ?? ''} onChange={to => set({ to })} />
          )}
        </>
      )}
      idle={head.serial ? t(`tasks.install.${mode}Idle`) : t('tasks.choose.host')}
      counted={t(`tasks.install.${mode}Counted`)}
      finish={t(`tasks.install.${mode}Finish`)}
    >
      {head.unitId && (
        <Contents
          unit={head.unitId}
          title={t('tasks.install.inside', { host: head.serial })}
          taken={content => draft?.lines.some(line => line.unitId === content.id) ?? false}
          onTake={mode === 'install' ? undefined : content => void removed(content).then(add)}
        />
      )}
    </TaskPage>
  )
}
