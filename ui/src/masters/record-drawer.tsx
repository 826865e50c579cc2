// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import type { Facts } from './changes'
import { Conflict } from './conflict'
import { InUse, Leaving } from './drawer-parts'
import { RecordFacts } from './facts'
import { type FaultAt, faultsOf, restOf } from './faults'
import { History } from './history'
import { type Editor, type Form, useEditor } from './use-editor'

type Draft = { code: string; active: boolean }

type Props<R, D extends Draft> = {
  form: Form<R, D>
  /** The record's code; null for a new one. */
  code: string | null
  view?: string
  mayChange: boolean | ((record: R | null) => boolean)
  /** Where the record stands among others, such as /units of an item. */
  answers: string
  newTitle: string
  /** The field that a scan fills, when the scan says one. */
  scanned: (values: Record<string, string>) => Partial<D> | null
  pointers: RegExp
  close: () => void
  kept: (code: string) => void
  children: (draft: D, edit: (patch: Partial<D>) => void, fault: FaultAt) => ReactNode
}

/** One record beside its list: to read, to change, and what became of it over time. */
export function RecordDrawer<R extends { code: string; version: number; active: boolean }, D extends Draft>(
  props: Props<R, D>,
) {
  const { form, code, view, answers, newTitle, close, kept } = props
  const { t } = useTexts()
  const editor = useEditor(form, code)
  const [leaving, setLeaving] = useState(false)
  const { record, dirty } = editor
  const mayChange = typeof props.mayChange === 'function' ? props.mayChange(record) : props.mayChange
  useScanned(editor, mayChange && view !== 'history', props.scanned)
  useWarning(dirty)

  const leave = () => (dirty && !leaving ? setLeaving(true) : close())
  const { room } = form
  const path = `/masters/${room}/${segment(code ?? '')}`
  return (
    <Drawer
      opened
      onClose={leave}
      position="right"
      transitionProps={{ duration: 0 }}
      size={600}
      title={code === null ? newTitle : <DrawerTitle code={code} record={record} />}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      {code !== null && (
        <nav className="drawer-nav" aria-label={t('masters.views')}>
          <Link to={path} aria-current={view !== 'history' ? 'page' : undefined}>
            {t('masters.record')}
          </Link>
          <Link to={`${path}/history`} aria-current={view === 'history' ? 'page' : undefined}>
            {t('masters.history')}
          </Link>
          <Link to={`${answers}/${segment(code)}`}>{t('masters.answers')}</Link>
        </nav>
      )}
      {editor.failed && record === null ? (
        <ProblemNotice error={editor.failed} retry={editor.again} />
      ) : view === 'history' && code !== null ? (
        <History room={room} code={code} />
      ) : !editor.ready ? (
        <Waiting />
      ) : mayChange ? (
        <RecordForm
          form={form}
          editor={editor}
          isNew={code === null}
          pointers={props.pointers}
          leaving={leaving}
          stay={() => setLeaving(false)}
          close={close}
          kept={kept}
        >
          {props.children}
        </RecordForm>
      ) : (
        record !== null && <RecordFacts record={record as unknown as Facts} />
      )}
    </Drawer>
  )
}

function DrawerTitle({ code, record }: { code: string; record: { active: boolean } | null }) {
  const { t } = useTexts()
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
      <Code>{code}</Code>
      {record !== null && !record.active && <StateChip state="gone">{t('masters.closed')}</StateChip>}
    </span>
  )
}

type FormProps<R, D extends Draft> = Pick<Props<R, D>, 'form' | 'pointers' | 'close' | 'kept' | 'children'> & {
  editor: Editor<D>
  isNew: boolean
  leaving: boolean
  stay: () => void
}

function RecordForm<R, D extends Draft>(props: FormProps<R, D>) {
  const { form, editor, isNew, pointers, leaving, stay, close, kept, children } = props
  const { t } = useTexts()
  const { draft, error, conflict } = editor
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== null) {
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [error])

  const save = async (patch?: Partial<D>) => {
    const record = await editor.save(patch)
    if (record !== null) {
      notifications.show({
        message: t('masters.kept', { code: record.code }),
        color: 'green',
        closeButtonProps: { 'aria-label': t('masters.close') },
      })
      kept(record.code)
    }
  }
  return (
    <form
      ref={box}
      noValidate
      onSubmit={e => {
        e.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        {conflict !== null && (
          <Conflict base={editor.base} told={conflict} facts={form.bodyOf} settle={editor.settle} />
        )}
        {children(draft, editor.edit, faultsOf(error))}
        {!isNew && (
          <InUse
            active={draft.active}
            disabled={editor.dirty || editor.busy}
            onChange={active => save({ active } as Partial<D>)}
          />
        )}
        <div className="drawer-foot">
          {error !== null && <ProblemNotice error={restOf(error, pointers)} />}
          {leaving && editor.dirty && <Leaving stay={stay} close={close} />}
          <div className="drawer-buttons">
            <Button variant="default" onClick={isNew ? close : editor.reset} disabled={!isNew && !editor.dirty}>
              {t(isNew ? 'masters.cancel' : 'masters.reset')}
            </Button>
            <Button type="submit" loading={editor.busy} disabled={!editor.dirty || conflict !== null}>
              {t(isNew ? 'masters.make' : 'masters.save')}
            </Button>
          </div>
        </div>
      </Stack>
    </form>
  )
}

/** A scan fills the number that the form has room for, and never leads away from a form. */
function useScanned<D>(
  editor: Pick<Editor<D>, 'edit'>,
  active: boolean,
  fill: (values: Record<string, string>) => Partial<D> | null,
) {
  const { t } = useTexts()
  const read = async (code: string) => {
    const { readings } = await api.get<LookupAnswer>('/lookup', { code })
    const patch = readings.map(reading => fill(reading.values)).find(found => found !== null)
    if (patch) {
      editor.edit(patch)
      signal('right')
    } else {
      notifications.show({
        message: t('masters.scanSaysNothing', { code }),
        color: 'red',
        closeButtonProps: { 'aria-label': t('masters.close') },
      })
      signal('wrong')
    }
  }
  useScans(code => {
    read(code).catch(() => signal('wrong'))
  }, active)
}

/** The browser asks before a tab with unsaved changes goes away. */
function useWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) {
      return
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
}
