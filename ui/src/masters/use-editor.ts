// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { api, Problem, segment } from '../api/client'
import { forgetAnswers, questions } from '../api/questions'
import { rebased } from './changes'
import type { FaultAt } from './faults'
import type { Change, Room } from './model'

/** What the fields of a form show and change. */
export type FieldsOf<D> = {
  draft: D
  edit: (patch: Partial<D>) => void
  fault: FaultAt
  isNew: boolean
}

/** How a record becomes a form and a form a record. */
export type Form<R, D> = {
  room: Room
  blank: D
  draftOf: (record: R) => D
  /** The whole new record. */
  bodyOf: (draft: D) => object
  Fields: ComponentType<FieldsOf<D>>
  /** The faults that stand at a field; the others stand below the form. */
  pointers: RegExp
  /** The field that a scan fills, when the scan says one. */
  scanned: (values: Record<string, string>) => Partial<D> | null
  /** A record that nobody can change. */
  fixed?: (record: R) => boolean
}

/** Somebody else was faster: what they made of the record, and who it was. */
export type Conflict<D> = { theirs: D; tag: string | null; actor?: string; at?: string }

type Tagged<R> = { value: R; tag: string | null }

/** One record in a form: read with its version, changed, and kept unless somebody else changed it meanwhile. */
export function useEditor<R extends { code: string; version: number }, D extends object>(
  form: Form<R, D>,
  code: string | null,
) {
  const { room } = form
  const path = `/${room}/${segment(code ?? '')}`
  const [base, setBase] = useState<{ draft: D; tag: string | null } | null>(
    code === null ? { draft: form.blank, tag: null } : null,
  )
  const [draft, setDraft] = useState<D>(form.blank)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict<D> | null>(null)

  const asked = useQuery({
    queryKey: ['record', room, code],
    queryFn: ({ signal }) => api.tagged<R>(path, signal),
    enabled: code !== null,
  })
  const dirty = base !== null && JSON.stringify(base.draft) !== JSON.stringify(draft)

  const adopt = useCallback(
    ({ value, tag }: Tagged<R>) => {
      const read = form.draftOf(value)
      setBase({ draft: read, tag })
      setDraft(read)
    },
    [form],
  )

  useEffect(() => {
    // While somebody works on the form, a newer record waits for the save to be told.
    if (asked.data !== undefined && !dirty) {
      adopt(asked.data)
    }
  }, [asked.data, adopt, dirty])

  const edit = useCallback((patch: Partial<D>) => setDraft(now => ({ ...now, ...patch })), [])

  const tellConflict = useCallback(async () => {
    const [now, changes] = await Promise.all([api.tagged<R>(path), api.get<Change[]>(`${path}/changes`)])
    const last = changes.at(-1)
    questions.setQueryData(['record', room, code], now)
    setConflict({
      theirs: form.draftOf(now.value),
      tag: now.tag,
      actor: last?.actor,
      at: last === undefined ? undefined : new Date(last.atUs / 1000).toISOString(),
    })
  }, [form, path, room, code])

  /** Keeps the form; the record as it is now, or null when it was refused. */
  const save = async (patch: Partial<D> = {}): Promise<R | null> => {
    const wanted = { ...draft, ...patch }
    setDraft(wanted)
    setBusy(true)
    setError(null)
    try {
      const body = form.bodyOf(wanted)
      const kept =
        code === null
          ? await api.post<R>(`/${room}`, body)
          : await api.put<R>(path, body, base?.tag ? { 'If-Match': base.tag } : undefined)
      const tagged = { value: kept, tag: `"${kept.version}"` }
      questions.setQueryData(['record', room, kept.code], tagged)
      adopt(tagged)
      void forgetAnswers()
      return kept
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        await tellConflict().catch(setError)
      } else {
        setError(e)
      }
      return null
    } finally {
      setBusy(false)
    }
  }

  /** Settles the conflict: with theirs alone, or with my changes on top of theirs, to be saved again. */
  const settle = (how: 'theirs' | 'mine') => {
    if (conflict !== null && base !== null) {
      setDraft(how === 'theirs' ? conflict.theirs : rebased(base.draft, draft, conflict.theirs))
      setBase({ draft: conflict.theirs, tag: conflict.tag })
      setConflict(null)
    }
  }

  return {
    record: asked.data?.value ?? null,
    ready: base !== null,
    failed: asked.error,
    again: () => void asked.refetch(),
    draft,
    base: base?.draft ?? form.blank,
    edit,
    dirty,
    busy,
    error,
    conflict,
    save,
    settle,
    reset: () => base !== null && setDraft(base.draft),
  }
}

/** What the parts of a form need of the editor. */
export type Editor<D> = {
  draft: D
  base: D
  edit: (patch: Partial<D>) => void
  dirty: boolean
  busy: boolean
  error: unknown
  conflict: Conflict<D> | null
  save: (patch?: Partial<D>) => Promise<{ code: string } | null>
  settle: (how: 'theirs' | 'mine') => void
  reset: () => void
}
