// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { TextInput } from '@mantine/core'
import type { Content } from '../api/model'
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { Contents, contentsOf } from './contents'
import { PlaceField } from './fields'
import { Modes, useMode } from './modes'
import { TaskPage } from './page'
import { itemOf, type Meaning, read } from './reading'
import { fromStock } from './understand'
import { type Note, type Understand, useScanning } from './use-scanning'
import { type GivenLine, type TaskRule, useTask } from './use-task'

const WAYS = [
  { mode: 'pack', acts: ['pack'] },
  { mode: 'unpack', acts: ['unpack'] },
] as const

type Mode = (typeof WAYS)[number]['mode']

const HEAD = { container: '', unitId: '', to: '', operator: '' }

const RULES: Record<Mode, TaskRule> = {
  pack: {
    task: 'pack',
    head: HEAD,
    remembers: ['operator'],
    clears: ['container', 'unitId'],
    decides: ['container'],
    ready: head => head.container !== '',
    act: (head, lines) => ({ type: 'pack', container: head.container, ...about(head), ...gather(lines) }),
  },
  unpack: {
    task: 'unpack',
    head: HEAD,
    remembers: ['operator'],
    clears: ['container', 'unitId'],
    decides: ['container', 'to'],
    ready: head => head.container !== '',
    act: (head, lines) => ({
      type: 'unpack',
      container: head.container,
      to: head.to || undefined,
      ...about(head),
      ...gather(lines),
    }),
  },
}

/** Things go into a container, known or new, or out of it. */
export default function Packing() {
  const mode = useMode<Mode>(WAYS) ?? 'pack'
  return <Pack key={mode} mode={mode} />
}

/** The line of something that is in the container: a quantity is asked, with all of it as the proposal. */
async function taken({ id, item, name, lot, serial, container, qty }: Content): Promise<GivenLine> {
  const line = { code: serial ?? container ?? lot ?? '', item, name, lot, serial, container, unitId: id }
  return serial !== undefined || container !== undefined
    ? line
    : { ...line, unit: (await itemOf(item ?? '')).unit, qty }
}

function Pack({ mode }: { mode: Mode }) {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULES[mode], user)
  const { draft, setHead, add } = task
  const packs = mode === 'pack'

  const choose = (container: string, unitId: string | undefined, note: Note) => {
    setHead({ container, unitId: unitId ?? '' })
    note('info', unitId === undefined ? t('tasks.pack.fresh') : t('tasks.pack.chosen'), container)
  }

  const unpacked = async (meaning: Meaning, code: string, unitId: string, note: Note) => {
    const id = meaning.is === 'goods' || meaning.is === 'container' ? meaning.unitId : undefined
    const content = (await contentsOf(unitId)).find(one => one.id === id)
    if (content === undefined) {
      return note('bad', t('tasks.pack.notIn'), code)
    }
    return void add(await taken(content))
  }

  const understand: Understand = async (meaning, code, now, note) => {
    if (!now.container && meaning.is === 'container' && (packs || meaning.unitId !== undefined)) {
      return choose(meaning.container, meaning.unitId, note)
    }
    if (!now.container && meaning.is === 'number') {
      return packs ? choose(meaning.text, undefined, note) : note('bad', t('tasks.nothing'), meaning.text)
    }
    if (!packs && meaning.is === 'place') {
      setHead({ to: meaning.place })
      return note('info', t('tasks.into', { place: meaning.name ?? meaning.place }))
    }
    if (!packs) {
      return now.unitId ? unpacked(meaning, code, now.unitId, note) : note('bad', t('tasks.choose.container'))
    }
    const line = await fromStock(meaning, code, note, t)
    return line === null ? undefined : void add(line)
  }

  const head = draft?.head ?? {}
  const missing = head.container ? null : t('tasks.choose.container')
  const scanning = useScanning(task, understand, missing === null)

  const named = async (code: string) => {
    if (code === '') {
      return setHead({ container: '', unitId: '' })
    }
    const meaning = await read(code).catch((): Meaning => ({ is: 'number', text: code }))
    const known = meaning.is === 'container' ? meaning : { container: code, unitId: undefined }
    choose(known.container, known.unitId, scanning.note)
  }

  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={packs ? t('tasks.pack.title') : t('tasks.pack.unpack')}
      what={packs ? t('tasks.pack.what') : t('tasks.pack.unpackWhat')}
      modes={
        <Modes
          mode={mode}
          label={t('tasks.mode')}
          ways={[
            { mode: 'pack', label: t('tasks.pack.title'), acts: ['pack'] },
            { mode: 'unpack', label: t('tasks.pack.unpack'), acts: ['unpack'] },
          ]}
        />
      }
      summary={[head.container, !packs && head.to].filter(Boolean).join(' → ')}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <>
          <TextInput
            key={h.container}
            label={t('tasks.container')}
            defaultValue={h.container}
            onBlur={e => e.currentTarget.value.trim() !== h.container && void named(e.currentTarget.value.trim())}
            onKeyDown={e => e.key === 'Enter' && e.currentTarget.blur()}
            data-takes-scans
            size="md"
          />
          {!packs && <PlaceField label={t('tasks.toPlace')} value={h.to ?? ''} onChange={to => set({ to })} />}
        </>
      )}
      idle={packs ? t('tasks.pack.idle') : t('tasks.pack.unpackIdle')}
      counted={packs ? t('tasks.pack.counted') : t('tasks.pack.unpackCounted')}
      finish={packs ? t('tasks.pack.finish') : t('tasks.pack.unpackFinish')}
    >
      {head.unitId && (
        <Contents
          unit={head.unitId}
          title={t('tasks.pack.inside', { container: head.container })}
          taken={content => !packs && (draft?.lines.some(line => line.unitId === content.id) ?? false)}
          onTake={packs ? undefined : content => void taken(content).then(add)}
          onTakeAll={
            packs
              ? undefined
              : () =>
                  void contentsOf(head.unitId ?? '').then(async all => task.addAll(await Promise.all(all.map(taken))))
          }
        />
      )}
    </TaskPage>
  )
}
