// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Drawer } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart } from '../scan/several'
import { useMe } from '../shell/session'
import type { Facts } from './changes'
import { RecordFacts } from './facts'
import { useListAddress } from './head'
import { History } from './history'
import { type Draft, RecordForm } from './record-form'
import { type Editor, type Form, useEditor } from './use-editor'

type Versioned = { code: string; version: number; active: boolean }

/** The record that the address names, or a new one when it asks for that; nothing when it names the list alone. */
export function RecordOfAddress<R extends Versioned, D extends Draft>(props: { form: Form<R, D>; newTitle: string }) {
  const { form, newTitle } = props
  const { code, view } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const mayChange = useMe().may.includes('masters')
  const path = `/masters/${form.room}`
  const list = useListAddress(path)
  const isNew = params.get('new') === '1' && mayChange
  return (
    (code !== undefined || isNew) && (
      <RecordDrawer
        key={code ?? ''}
        form={form}
        code={code ?? null}
        view={view}
        mayChange={mayChange}
        newTitle={newTitle}
        close={() => void navigate(list())}
        kept={saved => code === undefined && void navigate(list().replace(path, `${path}/${segment(saved)}`))}
      />
    )
  )
}

/** One record beside its list: to read, to change, and what became of it over time. */
function RecordDrawer<R extends Versioned, D extends Draft>(props: {
  form: Form<R, D>
  /** The record's code; null for a new one. */
  code: string | null
  view?: string
  mayChange: boolean
  newTitle: string
  close: () => void
  kept: (code: string) => void
}) {
  const { form, code, view, newTitle, close, kept } = props
  const { t } = useTexts()
  const editor = useEditor(form, code)
  const [leaving, setLeaving] = useState(false)
  const { record, dirty } = editor
  const mayChange = props.mayChange && !(record !== null && form.fixed?.(record))
  useScanned(editor, mayChange && view !== 'history', form.scanned)
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
          <Link to={`/${room}/${segment(code)}`}>{t('masters.answers')}</Link>
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
          leaving={leaving}
          stay={() => setLeaving(false)}
          close={close}
          kept={kept}
        />
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

/** A scan fills the number that the form has room for, and never leads away from a form. */
function useScanned<D>(
  editor: Pick<Editor<D>, 'edit'>,
  active: boolean,
  fill: (values: Record<string, string>) => Partial<D> | null,
) {
  const { t } = useTexts()
  const read = async (code: string) => {
    const { readings } = await api.get<LookupAnswer>('/lookup', { code: apart(code) })
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
