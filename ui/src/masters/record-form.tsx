// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { Conflict } from './conflict'
import { InUse, Leaving } from './drawer-parts'
import { faultsOf, restOf } from './faults'
import type { Editor, Form } from './use-editor'

/** What every record's draft has. */
export type Draft = { code: string; active: boolean }

/** The record's fields, what became of the last save, and what can be done. */
export function RecordForm<R, D extends Draft>(props: {
  form: Form<R, D>
  editor: Editor<D>
  isNew: boolean
  leaving: boolean
  stay: () => void
  close: () => void
  kept: (code: string) => void
}) {
  const { form, editor, isNew, leaving, stay, close, kept } = props
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
        <form.Fields draft={draft} edit={editor.edit} fault={faultsOf(error)} isNew={isNew} />
        {!isNew && (
          <InUse
            active={draft.active}
            disabled={editor.dirty || editor.busy}
            onChange={active => save({ active } as Partial<D>)}
          />
        )}
        <div className="drawer-foot">
          {error !== null && <ProblemNotice error={restOf(error, form.pointers)} />}
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
