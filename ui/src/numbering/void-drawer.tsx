// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useSendOnce } from '../api/send-once'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import { NumberDrawer } from './drawer'
import type { Kind } from './model'
import { listed } from './parts'

const POINTERS = /^\/(reason|numbers(\/\d+)?)$/

/** Says of numbers that they will never be used, and why: a spoilt label, a misprint. */
export function VoidDrawer({ item, kind, close }: { item: string; kind: Kind; close: () => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const { send, error, busy } = useSendOnce<unknown>('/numbers:void')
  const fault = faultsOf(error)
  const numbers = listed(text)
  const atNumber = numbers
    .map((number, i) => [number, fault(`/numbers/${i}`)])
    .filter(([, words]) => words !== undefined)
    .map(([number, words]) => `${number}: ${words}`)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await send({ item, kind, numbers, reason: reason.trim() })) !== null) {
      notifications.show({
        message: t('numbering.voided', { count: numbers.length, n: count(numbers.length) }),
        color: 'green',
        closeButtonProps: { 'aria-label': t('labels.close') },
      })
      close()
    }
  }
  return (
    <NumberDrawer title={t('numbering.void')} close={close}>
      <form onSubmit={e => void submit(e)} noValidate>
        <Stack gap="md">
          <Textarea
            size="md"
            label={t('numbering.numbers')}
            description={t('numbering.voidHow')}
            value={text}
            error={fault('/numbers') ?? (atNumber.length > 0 ? atNumber.join('; ') : undefined)}
            onChange={e => setText(e.currentTarget.value)}
            autosize
            minRows={4}
            maxRows={14}
            spellCheck={false}
            data-takes-scans
            classNames={{ input: 'code' }}
          />
          <TextInput
            size="md"
            label={t('numbering.reason')}
            value={reason}
            error={fault('/reason')}
            maxLength={200}
            onChange={e => setReason(e.currentTarget.value)}
          />
          {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
          <div className="numbering-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy} disabled={numbers.length === 0 || reason.trim() === ''}>
              {t('numbering.voidThem', { count: numbers.length, n: count(numbers.length) })}
            </Button>
          </div>
        </Stack>
      </form>
    </NumberDrawer>
  )
}
