// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next'
import { Problem } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import type { Texts } from '../i18n/texts'
import { type Deliver, Unfit } from '../outbox/outbox'
import type { Waiting } from '../outbox/waiting'
import { shown } from '../scan/several'
import { countable, type Draft, type DraftLine, isPiece, repeats } from './draft'
import { post } from './post'
import { read } from './reading'
import type { Understanding } from './use-scanning'
import type { TaskRule } from './use-task'

type Reader = { RULE: TaskRule; understanding: Understanding }

/** The tasks that can be finished before their scans were read. */
const READERS: Record<string, () => Promise<Reader>> = {
  receive: () => import('./receive'),
  move: () => import('./move'),
  return: () => import('./return'),
  scrap: () => import('./scrap'),
}

/** As long as the server may take for the largest act; whoever waits for it does so in the background. */
const PATIENCE_MS = 120_000

/** Records an act that waited; what was scanned without a network is read first. */
export const deliver: Deliver = async waiting => {
  const ready = waiting.acts === undefined ? await withScansRead(waiting) : waiting
  const { draft, acts = [] } = ready
  const { seqs, alerts, recalls } = await post(acts, [draft.id, draft.second], PATIENCE_MS)
  void forgetAnswers()
  const lines = draft.lines.filter(countable)
  const refused = draft.lines.filter(line => line.verdict.is === 'refused').length
  return { is: 'recorded', id: draft.id, seqs, alerts, recalls, lines, head: draft.head, refused }
}

/** Reads the scans of an act as its task would have done, oldest first, and makes the act of them. */
async function withScansRead(waiting: Waiting): Promise<Waiting> {
  const reader = await READERS[waiting.draft.task]?.()
  if (reader === undefined) {
    throw new Problem({ title: waiting.draft.task, status: 422, code: 'unread' })
  }
  const { draft, trouble } = await readDraft(waiting.draft, reader, i18next.t as unknown as Texts)
  const { RULE } = reader
  const inOrder = draft.lines.filter(countable).reverse()
  if (trouble !== null || inOrder.length === 0 || !RULE.ready(draft.head)) {
    const t = i18next.t as unknown as Texts
    const problem = { title: t('outbox.unclear'), detail: trouble ?? undefined, status: 422, code: 'unread' }
    throw new Unfit({ ...waiting, draft }, problem)
  }
  return { ...waiting, draft, acts: RULE.acts?.(draft.head, inOrder) ?? [RULE.act(draft.head, inOrder)] }
}

/** The draft with its scans read; in words what somebody must look at, or null. */
export async function readDraft(
  given: Draft,
  { understanding }: Reader,
  t: Texts,
): Promise<{ draft: Draft; trouble: string | null }> {
  let draft: Draft = { ...given, lines: [] }
  let trouble: string | null = null
  const put = (line: DraftLine) => {
    draft = { ...draft, lines: [line, ...draft.lines] }
  }
  const understand = understanding(
    {
      setHead: patch => {
        draft = { ...draft, head: { ...draft.head, ...patch } }
      },
      add: added => {
        const line: DraftLine = { ...added, key: uuid7(), verdict: added.verdict ?? { is: 'waiting' } }
        const twice = isPiece(line) && draft.lines.some(other => other.verdict.is !== 'twice' && repeats(other, line))
        put(twice ? { ...line, verdict: { is: 'twice' } } : line)
        if (!twice && line.verdict.is === 'asks') {
          trouble ??= `${shown(line.code)}: ${t('tasks.asked', { count: 1 })}`
        }
      },
    },
    t,
  )
  for (const line of [...given.lines].reverse()) {
    if (line.unread !== true) {
      put(line)
      continue
    }
    const meaning = await read(line.code, { item: draft.head.item })
    const before: string | null = trouble
    if (meaning.is === 'several') {
      trouble ??= `${shown(line.code)}: ${t('tasks.which')}`
    } else if (meaning.is === 'conflict') {
      trouble ??= [shown(line.code), t('tasks.conflict'), meaning.detail].join(': ')
    } else {
      await understand(meaning, line.code, draft.head, (state, title, detail) => {
        if (state === 'bad') {
          trouble ??= [shown(line.code), title, detail].filter(Boolean).join(': ')
        }
      })
    }
    if (trouble !== before && !draft.lines.some(other => other.code === line.code)) {
      // It stays as it was scanned, for whoever mends the act.
      put(line)
    }
  }
  return { draft, trouble }
}
