// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, Problem } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { signal } from '../scan/feedback'
import { useSession } from '../shell/session'
import { countable, type Draft, type DraftLine, drafts, type Head, newDraft, sameThing } from './draft'
import { type ActBody, judge, judgeAll } from './judge'

/** How often something that waits for the network is tried again. */
const RETRY_MS = 8_000

/** What one task is about; the rest of its manner is the same for all. */
export type TaskRule = {
  task: string
  head: Head
  /** Whether the head says enough to judge and send lines. */
  ready: (head: Head) => boolean
  /** The act of these lines, without its id. */
  act: (head: Head, lines: DraftLine[]) => ActBody
  /** Whether lines can be judged one by one; else they wait for the whole act. */
  judgedSingly?: boolean
}

/** What the last scan did, for the large panel. */
export type Said =
  | { about: 'line'; key: string }
  | { about: 'note'; state: 'ok' | 'bad' | 'held' | 'info'; title: string; detail?: string }

/** What became of the act when it was finished. */
export type Finished = { seq: number; id: string; lines: number; alerts: string[] }

/**
 * A task in the hand of one user: the draft, kept on the device; the verdicts on its lines; and its end, when the act
 * is recorded. Nothing here is lost by a reload, a dead network or a session that ends.
 */
export function useTask(rule: TaskRule, user: string) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [said, say] = useState<Said | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [finished, setFinished] = useState<Finished | null>(null)
  const { state } = useSession()
  const rules = useRef(rule)
  rules.current = rule
  const latest = useRef<Draft | null>(null)
  latest.current = draft

  useEffect(() => {
    let gone = false
    void drafts
      .load(user, rules.current.task)
      .catch(() => undefined)
      .then(kept => {
        if (!gone) {
          setDraft(kept ?? newDraft(rules.current.task, rules.current.head))
        }
      })
    return () => {
      gone = true
    }
  }, [user])

  useEffect(() => {
    if (draft !== null) {
      void drafts.save(user, draft).catch(() => {})
    }
  }, [draft, user])

  const edit = useCallback((change: (draft: Draft) => Draft) => {
    setDraft(now => (now === null || now.sent ? now : change(now)))
  }, [])

  const change = useCallback(
    (key: string, patch: Partial<DraftLine>) =>
      edit(d => ({ ...d, lines: d.lines.map(line => (line.key === key ? { ...line, ...patch } : line)) })),
    [edit],
  )

  const settle = useCallback(
    async (line: DraftLine) => {
      const { head } = latest.current ?? {}
      const { act, ready, judgedSingly = true } = rules.current
      if (head === undefined || !ready(head) || !judgedSingly) {
        return
      }
      const verdict = await judge(act(head, [line]))
      change(line.key, { verdict })
      if (verdict.is !== 'waiting') {
        signal(verdict.is === 'good' ? 'right' : 'wrong')
      }
    },
    [change],
  )

  /** Takes a line in; says at once what is wrong with it, and asks the server for the rest. */
  const add = useCallback(
    async (given: Omit<DraftLine, 'key' | 'verdict'> & { verdict?: DraftLine['verdict'] }) => {
      const now = latest.current
      if (now === null || now.sent) {
        return
      }
      setFinished(null)
      setProblem(null)
      const line: DraftLine = { ...given, key: uuid7(), verdict: given.verdict ?? { is: 'waiting' } }
      const piece = line.serial !== undefined || line.serials !== undefined || line.container !== undefined
      if (piece && now.lines.some(other => sameThing(other, line) && other.verdict.is !== 'twice')) {
        line.verdict = { is: 'twice' }
      }
      latest.current = { ...now, lines: [line, ...now.lines] }
      edit(d => ({ ...d, lines: [line, ...d.lines] }))
      say({ about: 'line', key: line.key })
      if (line.verdict.is === 'twice' || line.verdict.is === 'refused') {
        signal('wrong')
      } else if (line.verdict.is === 'waiting') {
        await settle(line)
      } else {
        signal('right')
      }
    },
    [edit, settle],
  )

  /** Changes a line that asked for something and judges it again. */
  const complete = useCallback(
    async (key: string, patch: Partial<DraftLine>) => {
      const line = latest.current?.lines.find(other => other.key === key)
      if (line !== undefined) {
        const completed: DraftLine = { ...line, ...patch, verdict: { is: 'waiting' } }
        change(key, completed)
        await settle(completed)
      }
    },
    [change, settle],
  )

  /** Judges everything that waits, and with `all` everything again. */
  const judgeLines = useCallback(
    async (all: boolean) => {
      const now = latest.current
      if (now === null || now.sent || !rules.current.ready(now.head) || rules.current.judgedSingly === false) {
        return
      }
      const open = now.lines.filter(line =>
        all ? line.verdict.is !== 'twice' && line.verdict.is !== 'asks' : line.verdict.is === 'waiting',
      )
      if (open.length === 0) {
        return
      }
      try {
        const verdicts = await judgeAll([...open].reverse(), lines => rules.current.act(now.head, lines))
        edit(d => ({
          ...d,
          lines: d.lines.map(line => ({ ...line, verdict: verdicts.get(line.key) ?? line.verdict })),
        }))
      } catch {
        // It waits on; the next try comes with the network or the sign-in.
      }
    },
    [edit],
  )

  /** Takes many lines in at once: a paste, a range, a file. */
  const addAll = useCallback(
    async (lines: Omit<DraftLine, 'key' | 'verdict'>[]) => {
      const now = latest.current
      if (now === null || now.sent) {
        return
      }
      const known = new Set(now.lines.map(identity))
      const added = lines.map((given): DraftLine => {
        const line: DraftLine = { ...given, key: uuid7(), verdict: { is: 'waiting' } }
        const twice = line.serial !== undefined && known.has(identity(line))
        known.add(identity(line))
        return twice ? { ...line, verdict: { is: 'twice' } } : line
      })
      const next = { ...now, lines: [...added.reverse(), ...now.lines] }
      latest.current = next
      edit(d => ({ ...d, lines: next.lines }))
      setFinished(null)
      setProblem(null)
      await judgeLines(false)
    },
    [edit, judgeLines],
  )

  const setHead = useCallback(
    (patch: Head) => {
      const now = latest.current
      if (now !== null && !now.sent) {
        latest.current = { ...now, head: { ...now.head, ...patch } }
        edit(d => ({ ...d, head: { ...d.head, ...patch } }))
        setFinished(null)
        void judgeLines(true)
      }
    },
    [edit, judgeLines],
  )

  const remove = useCallback(
    (key: string) => edit(d => ({ ...d, lines: d.lines.filter(line => line.key !== key) })),
    [edit],
  )

  /** Takes the last scan back. */
  const undo = useCallback(() => {
    edit(d => ({ ...d, lines: d.lines.slice(1) }))
    say(null)
  }, [edit])

  const restart = useCallback((keep: Head) => {
    say(null)
    setProblem(null)
    setDraft(newDraft(rules.current.task, { ...rules.current.head, ...keep }))
  }, [])

  /** Sends the act. When no answer comes it is sent again, with the same id, until one does. */
  const finish = useCallback(async () => {
    const now = latest.current
    if (now === null) {
      return
    }
    const lines = now.lines.filter(countable)
    setSending(true)
    setProblem(null)
    setDraft({ ...now, sent: true })
    await drafts.save(user, { ...now, sent: true }).catch(() => {})
    try {
      const act = { id: now.id, ...rules.current.act(now.head, [...lines].reverse()) }
      const answer = await api.post<{ seq: number; id: string; alerts?: { code: string }[] }>('/entries', act)
      setFinished({
        seq: answer.seq,
        id: answer.id,
        lines: lines.length,
        alerts: (answer.alerts ?? []).map(a => a.code),
      })
      signal('done')
      restart(now.head)
      void forgetAnswers()
    } catch (e) {
      if (e instanceof Problem && e.status !== 401) {
        // Refused: nothing was recorded, so the draft may change again, as another act.
        setDraft({ ...now, id: uuid7(), sent: false })
        latest.current = { ...now, id: uuid7(), sent: false }
        setProblem(e)
        signal('wrong')
        await judgeLines(true)
      } else if (e instanceof Problem) {
        // Not signed in: nothing was recorded.
        setDraft({ ...now, sent: false })
      }
    } finally {
      setSending(false)
    }
  }, [restart, judgeLines, user])

  const waits = draft?.sent === true && !sending
  const unjudged = draft?.lines.some(line => line.verdict.is === 'waiting') === true
  const signedIn = state.is === 'in'
  useEffect(() => {
    if (!signedIn || (!waits && !unjudged)) {
      return
    }
    const tryAgain = () => void (waits ? finish() : judgeLines(false))
    const timer = setInterval(tryAgain, RETRY_MS)
    window.addEventListener('online', tryAgain)
    window.addEventListener('focus', tryAgain)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', tryAgain)
      window.removeEventListener('focus', tryAgain)
    }
  }, [signedIn, waits, unjudged, finish, judgeLines])

  useEffect(() => {
    // Back from a sign-in: what could not be judged meanwhile is judged now.
    if (signedIn) {
      void judgeLines(false)
    }
  }, [signedIn, judgeLines])

  return {
    draft,
    said,
    say,
    problem,
    sending,
    waits,
    finished,
    add,
    addAll,
    change,
    complete,
    setHead,
    remove,
    undo,
    clear: () => restart(draft?.head ?? {}),
    finish,
  }
}

export type Task = ReturnType<typeof useTask>

function identity(line: DraftLine): string {
  return JSON.stringify([line.side, line.item, line.lot, line.serial, line.serials, line.container])
}
