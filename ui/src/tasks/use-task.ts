// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { outbox } from '../outbox/outbox'
import { sendOutbox } from '../outbox/send'
import { signal } from '../scan/feedback'
import { plus } from './amounts'
import {
  addsTo,
  again,
  countable,
  type Draft,
  type DraftLine,
  type Head,
  isAlarming,
  isPiece,
  newDraft,
  repeats,
} from './draft'
import { type ActBody, judge } from './judge'
import { post, type Recorded } from './post'
import { drafts, last } from './shelf'
import { useAgain } from './use-again'

/** What one task is about; the rest of its manner is the same for all. */
export type TaskRule = {
  task: string
  /** Whether it can be finished while scans in it could not be read: they are read when the network is back. */
  readsLater?: boolean
  head: Head
  /** Fields of the head that are proposed again the next time. */
  remembers: readonly string[]
  /** Fields of the head that begin anew after each act; the others stay for the next one. */
  clears?: readonly string[]
  /** Fields of the head on which the verdicts depend. */
  decides: readonly string[]
  /** Whether the head says enough to judge lines. */
  ready: (head: Head) => boolean
  /** The act that judges these lines. */
  act: (head: Head, lines: DraftLine[]) => ActBody
  /** What is recorded in the end, one or two acts that hold together or not at all; `act` of all lines if left out. */
  acts?: (head: Head, lines: DraftLine[]) => ActBody[]
  /** Lines that stay for the next act. */
  keeps?: (line: DraftLine, head: Head) => boolean
}

export type GivenLine = Omit<DraftLine, 'key' | 'verdict'> & { verdict?: DraftLine['verdict'] }

/** What the last scan did, for the large panel. */
export type Said =
  | { about: 'line'; key: string }
  /** The act was put aside, and is sent when it can be. */
  | { about: 'kept' }
  | { about: 'note'; state: 'ok' | 'bad' | 'held' | 'info'; title: string; detail?: string }

/**
 * A task in the hand of one user: the draft, kept on the device; the verdicts on its lines; and its end, when the act
 * is recorded. Nothing here is lost by a reload, a dead network or a session that ends.
 */
export function useTask(rule: TaskRule, user: string) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [said, say] = useState<Said | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [finished, setFinished] = useState<Recorded | null>(null)
  const rules = useRef(rule)
  rules.current = rule
  const latest = useRef<Draft | null>(null)
  const busy = useRef(false)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const sentAside = useRef(new Set<string>())

  const put = useCallback(
    (next: Draft) => {
      latest.current = next
      setDraft(next)
      saving.current = drafts.save(user, next).catch(() => {})
    },
    [user],
  )

  const edit = useCallback(
    (change: (draft: Draft) => Draft) => {
      const now = latest.current
      if (now !== null && !now.sent) {
        put(change(now))
      }
    },
    [put],
  )

  const setVerdicts = useCallback(
    (verdicts: Map<string, DraftLine['verdict']>) =>
      edit(d => ({
        ...d,
        lines: d.lines.map(line => ({ ...line, verdict: verdicts.get(line.key) ?? line.verdict })),
      })),
    [edit],
  )

  /** Judges everything that waits, with `all` everything again, with a key that one line. */
  const judgeLines = useCallback(
    async (which: 'waiting' | 'all' | { key: string }) => {
      const now = latest.current
      const { ready, act } = rules.current
      if (now === null || now.sent || !ready(now.head)) {
        return
      }
      const open = now.lines.filter(line => {
        const { is } = line.verdict
        return typeof which === 'object'
          ? line.key === which.key
          : line.unread !== true && (is === 'waiting' || (which === 'all' && is !== 'twice' && is !== 'asks'))
      })
      if (open.length > 0) {
        // A server that is away leaves them waiting; the next try comes with the network or the sign-in.
        setVerdicts(await judge([...open].reverse(), lines => act(now.head, lines)).catch(() => new Map()))
      }
    },
    [setVerdicts],
  )

  const settle = useCallback(
    async (key: string) => {
      await judgeLines({ key })
      const verdict = latest.current?.lines.find(line => line.key === key)?.verdict
      signal(verdict !== undefined && isAlarming(verdict) ? 'wrong' : 'right')
    },
    [judgeLines],
  )

  /** Puts a line among the others; a quantity of what stands there already is added to it. The key it has then. */
  const merge = useCallback(
    (line: DraftLine): string => {
      const others = latest.current?.lines.filter(other => other.key !== line.key) ?? []
      const same = line.verdict.is === 'asks' ? undefined : others.find(o => o.verdict.is !== 'asks' && addsTo(o, line))
      const whole: DraftLine =
        same === undefined
          ? line
          : { ...same, qty: plus(same.qty ?? '0', line.qty ?? '0'), verdict: { is: 'waiting' }, code: line.code }
      edit(d => ({ ...d, lines: [whole, ...others.filter(other => other !== same)] }))
      return whole.key
    },
    [edit],
  )

  /** Takes a line in; says at once what is wrong with it, and asks the server for the rest. */
  const add = useCallback(
    async (given: GivenLine) => {
      const now = latest.current
      if (now === null || now.sent) {
        return
      }
      setFinished(null)
      setProblem(null)
      const line: DraftLine = { ...given, key: uuid7(), verdict: given.verdict ?? { is: 'waiting' } }
      if (isPiece(line) && now.lines.some(other => other.verdict.is !== 'twice' && repeats(other, line))) {
        line.verdict = { is: 'twice' }
      }
      const key = merge(line)
      say({ about: 'line', key })
      if (line.verdict.is === 'waiting' && line.unread !== true) {
        await settle(key)
      } else {
        signal(line.verdict.is === 'asks' || line.verdict.is === 'good' ? 'right' : 'wrong')
      }
    },
    [merge, settle],
  )

  /** Changes a line that asked for something and judges it again. */
  const complete = useCallback(
    async (key: string, patch: Partial<DraftLine>) => {
      const line = latest.current?.lines.find(other => other.key === key)
      if (line !== undefined) {
        const whole = merge({ ...line, ...patch, verdict: { is: 'waiting' } })
        say({ about: 'line', key: whole })
        await settle(whole)
      }
    },
    [merge, settle],
  )

  /** Takes many lines in at once: a paste, a range, a file. */
  const addAll = useCallback(
    async (given: GivenLine[]) => {
      const known = new Set(latest.current?.lines.map(identity))
      const added = given.map((one): DraftLine => {
        const line: DraftLine = { ...one, key: uuid7(), verdict: one.verdict ?? { is: 'waiting' } }
        const twice = isPiece(line) && known.has(identity(line))
        known.add(identity(line))
        return twice ? { ...line, verdict: { is: 'twice' } } : line
      })
      edit(d => ({ ...d, lines: [...added.reverse(), ...d.lines] }))
      setFinished(null)
      setProblem(null)
      say(null)
      await judgeLines('waiting')
    },
    [edit, judgeLines],
  )

  const setHead = useCallback(
    (patch: Head) => {
      edit(d => ({ ...d, head: { ...d.head, ...patch } }))
      setFinished(null)
      void judgeLines(rules.current.decides.some(name => name in patch) ? 'all' : 'waiting')
    },
    [edit, judgeLines],
  )

  const restart = useCallback(
    (head: Head, lines: DraftLine[] = [], later: string[] = []) => {
      const unread = later.map((code): DraftLine => ({ key: uuid7(), code, unread: true, verdict: { is: 'waiting' } }))
      say(null)
      setProblem(null)
      put(newDraft(rules.current.task, head, [...unread.reverse(), ...lines]))
    },
    [put],
  )

  /** Sends the act. When no answer comes it is sent again, with the same id, until one does. */
  const finish = useCallback(async () => {
    const now = latest.current
    const { act, acts, task, remembers, clears = [], keeps } = rules.current
    if (now === null || busy.current) {
      return
    }
    busy.current = true
    const lines = now.lines.filter(countable)
    const inOrder = [...lines].reverse()
    const unread = rules.current.readsLater === true && now.lines.some(line => line.unread)
    const bodies = unread ? undefined : (acts?.(now.head, inOrder) ?? [act(now.head, inOrder)])
    setSending(true)
    setProblem(null)
    put({ ...now, sent: true })
    /** The next act begins: what of the head stays, and the lines that are not in this one. */
    const goOn = () => {
      last.save(user, task, now.head, remembers)
      const head = { ...now.head, ...Object.fromEntries(clears.map(name => [name, rules.current.head[name] ?? ''])) }
      const kept = now.lines.filter(line => (line.unread && !unread) || keeps?.(line, now.head))
      restart(
        head,
        kept.map(line => ({ ...line, verdict: { is: 'waiting' } })),
        latest.current?.later,
      )
      void judgeLines('waiting')
    }
    const putAside = async () => {
      const aside = now.lines.filter(
        line => countable(line) || line.verdict.is === 'refused' || (unread && line.unread),
      )
      await outbox.add({
        user,
        finishedAt: new Date().toISOString(),
        draft: { ...now, lines: aside, later: [], sent: true },
        acts: bodies,
      })
      sentAside.current.add(now.id)
      goOn()
      setFinished(null)
      say({ about: 'kept' })
      signal('done')
      void sendOutbox(user)
    }
    try {
      await outbox.load()
      if (bodies === undefined || outbox.waits(user)) {
        // What was finished before goes first.
        return await putAside()
      }
      const refused = now.lines.filter(line => line.verdict.is === 'refused').length
      setFinished({ ...(await post(bodies, [now.id, now.second])), lines, head: now.head, refused })
      signal('done')
      goOn()
      void forgetAnswers()
    } catch (e) {
      if (e instanceof Problem && e.status !== 401 && e.status !== 429 && e.status < 500) {
        // Refused: nothing was recorded, so the draft may change again, as another act.
        put(again({ ...(latest.current ?? now) }))
        setProblem(e)
        signal('wrong')
        await judgeLines('all')
      } else {
        // Not signed in, or not heard: it goes again after the sign-in or with the network, before all later ones.
        // A device that keeps nothing leaves it as it was sent.
        await putAside().catch(() => setProblem(e))
      }
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [restart, judgeLines, put, user])

  // What was put aside and was recorded meanwhile is told here, as long as nothing else was begun.
  useEffect(
    () =>
      outbox.onSettled(settled => {
        const free = latest.current?.lines.length === 0
        if (settled.is === 'recorded' && sentAside.current.delete(settled.id) && free) {
          say(null)
          setFinished(settled)
          signal('done')
        } else if (settled.is === 'refused') {
          signal('wrong')
        }
      }),
    [],
  )

  useEffect(() => {
    let gone = false
    const { task, head } = rules.current
    const begin = async () => {
      const kept = await drafts.load(user, task).catch(() => undefined)
      if (gone) {
        return
      }
      latest.current = kept ?? newDraft(task, { ...head, ...last.load(user, task) })
      setDraft(latest.current)
      await (kept?.sent ? finish() : judgeLines('waiting'))
    }
    void begin()
    return () => {
      gone = true
    }
  }, [user, finish, judgeLines])

  const waits = draft?.sent === true && !sending
  const unjudged = draft?.lines.some(line => line.verdict.is === 'waiting' && !line.unread) === true
  useAgain(waits || unjudged, () => (waits ? finish() : judgeLines('waiting')))

  return {
    rule,
    draft,
    latest,
    said,
    say,
    problem,
    sending,
    waits,
    finished,
    add,
    addAll,
    edit,
    complete,
    setHead,
    finish,
    /** Ends when the draft as it is now is kept on the device. */
    saved: () => saving.current,
    remove: (key: string) => edit(d => ({ ...d, lines: d.lines.filter(line => line.key !== key) })),
    /** Takes the last scan back. */
    undo: () => {
      edit(d => ({ ...d, lines: d.lines.slice(1) }))
      say(null)
    },
    clear: () => draft !== null && !draft.sent && restart(draft.head),
    /** Keeps a scan for the next act, while this one is on its way. */
    keepForLater: (code: string) => {
      const now = latest.current
      if (now !== null) {
        put({ ...now, later: [...now.later, code] })
      }
    },
  }
}

export type Task = ReturnType<typeof useTask>

function identity(line: DraftLine): string {
  return JSON.stringify([line.side, line.item, line.serial, line.serials, line.container])
}
