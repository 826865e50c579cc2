// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Problem } from '../api/client'
import { type Texts, useTexts } from '../i18n/texts'
import type { Found } from '../lookup/meaning'
import { type Command, commandOf, isCommand } from '../scan/commands'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { shown } from '../scan/several'
import { useMe } from '../shell/session'
import { countable, type Head } from './draft'
import { goodsOf, type Meaning, read, unitMeaning } from './reading'
import { type PendingScan, scans } from './shelf'
import { Turns } from './turns'
import { useAgain } from './use-again'
import type { GivenLine, Task } from './use-task'

/** Says something in the large panel, and by sound: what is wrong is heard as wrong. */
export type Note = (state: 'bad' | 'held' | 'info', title: string, detail?: string) => void

/** What a task makes of a scan; with the head as it is then. */
export type Understand = (meaning: Meaning, code: string, head: Head, note: Note) => unknown

/** The act in hand, as far as a scan changes it. */
export type Hand = { setHead: (patch: Head) => void; add: (line: GivenLine) => unknown }

/** How a task understands scans, without being shown. */
export type Understanding = (hand: Hand, t: Texts) => Understand

/**
 * Reads what is scanned, typed or named in the address, one after the other, and hands it to the task. What cannot be
 * read because the server is away or the session has ended is kept, and read when it can be.
 */
export function useScanning(task: Task, understand: Understand, ready: boolean) {
  const { t } = useTexts()
  const { user } = useMe()
  const [several, setSeveral] = useState<{ code: string; found: Found[] } | null>(null)
  const [clearing, setClearing] = useState(false)
  const [params, setParams] = useSearchParams()
  const [turns] = useState(() => new Turns())
  const { latest, say, add } = task

  const note: Note = useCallback(
    (state, title, detail) => {
      say({ about: 'note', state, title, detail })
      signal(state === 'info' ? 'right' : 'wrong')
    },
    [say],
  )

  const hand = async (meaning: Meaning, code: string) => {
    const head = latest.current?.head
    if (meaning.is === 'several') {
      setSeveral({ code, found: meaning.found })
    } else if (meaning.is === 'conflict') {
      note('bad', t('tasks.conflict'), meaning.detail)
    } else if (head !== undefined) {
      // Its judgement is not waited for: the next scan may come before.
      await understand(meaning, code, head, note)
    }
  }

  const take = async (code: string) => {
    try {
      await hand(await read(code, { item: latest.current?.head.item }), code)
    } catch (e) {
      if (e instanceof Problem && e.status !== 401) {
        note('bad', e.body.title, e.body.detail)
      } else {
        void add({ code, unread: true })
      }
    }
  }

  const reading = (pending: PendingScan) => () =>
    take(pending.code)
      .then(task.saved)
      .finally(() => scans.forget(user, task.rule.task, pending))

  const command = (which: Command) => {
    const lines = latest.current?.lines ?? []
    if (which === 'GZ-CANCEL') {
      // Everything is taken back when it is scanned a second time.
      signal(lines.length > 0 ? 'right' : 'wrong')
      return clearing ? clear() : setClearing(lines.length > 0)
    }
    if (which === 'GZ-UNDO') {
      signal(lines.length > 0 ? 'right' : 'wrong')
      return task.undo()
    }
    const open = lines.some(line => line.verdict.is === 'asks' || (line.unread && !task.rule.readsLater))
    if (ready && !open && lines.some(line => countable(line) || line.unread)) {
      return void task.finish()
    }
    signal('wrong')
  }

  const clear = () => {
    setClearing(false)
    task.clear()
    signal('right')
  }

  const scan = (code: string) => {
    const which = commandOf(code)
    if (several !== null) {
      signal('wrong')
    } else if (which !== null) {
      turns.next(() => command(which))
    } else if (isCommand(code)) {
      note('bad', t('scan.noCommand'), shown(code))
    } else if (latest.current?.sent) {
      task.keepForLater(code)
      note('held', t('tasks.later'), code)
    } else {
      const pending = scans.note(user, task.rule.task, code)
      turns.read(pending, reading(pending))
    }
  }

  const unread = task.draft?.sent === false && task.draft.lines.some(line => line.unread)
  const readAgain = async () => {
    for (const line of [...(latest.current?.lines ?? [])].reverse().filter(one => one.unread)) {
      try {
        const meaning = await read(line.code, { item: latest.current?.head.item })
        task.remove(line.key)
        await hand(meaning, line.code)
      } catch {
        return
      }
    }
  }
  useAgain(unread, readAgain)
  useScans(scan)

  const loaded = task.draft !== null
  const unit = params.get('unit')
  const begin = useRef(() => {})
  begin.current = () => {
    turns.begin(readAgain, scans.load(user, task.rule.task), reading)
    if (unit !== null) {
      setParams(
        now => {
          now.delete('unit')
          return now
        },
        { replace: true },
      )
      turns.next(() =>
        unitMeaning(unit).then(
          meaning => hand(meaning, numberOf(meaning)),
          e => e instanceof Problem && note('bad', e.body.title, e.body.detail),
        ),
      )
    }
  }
  useEffect(() => {
    if (loaded) {
      begin.current()
    }
  }, [loaded])

  return {
    scan,
    note,
    several,
    choose: (one: Found | null) => {
      const code = several?.code ?? ''
      setSeveral(null)
      if (one !== null) {
        void goodsOf(one).then(meaning => hand(meaning, code))
      }
    },
    clearing,
    setClearing,
    clear,
  }
}

function numberOf(meaning: Meaning): string {
  return meaning.is === 'goods'
    ? (meaning.serial ?? meaning.lot ?? '')
    : 'container' in meaning
      ? meaning.container
      : ''
}

export type Scanning = ReturnType<typeof useScanning>
