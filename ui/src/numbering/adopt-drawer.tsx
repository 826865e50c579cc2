// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { Item } from '../api/model'
import { useSendOnce } from '../api/send-once'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import { PartnerField } from '../tasks/fields'
import { NumberDrawer } from './drawer'
import type { Kind, Taken } from './model'
import { listed } from './parts'

const POINTERS = /^\/(supplier|ranges(\/\d+)?)$/

/** Takes over the numbers that a supplier has given or will give. */
export function AdoptDrawer({ item, kind, close }: { item: Item; kind: Kind; close: () => void }) {
  const { t } = useTexts()
  const [supplier, setSupplier] = useState(item.issuer ?? '')
  const [text, setText] = useState('')
  const { send, error, busy } = useSendOnce<Taken>('/numbers:adopt')
  const fault = faultsOf(error)
  const ranges = listed(text)
  const atRange = ranges
    .map((range, i) => [range, fault(`/ranges/${i}`)])
    .filter(([, words]) => words !== undefined)
    .map(([range, words]) => `${range}: ${words}`)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const taken = await send({ item: item.code, kind, supplier: supplier || undefined, ranges })
    if (taken !== null) {
      notifications.show({
        message: t('numbering.adopted', { count: taken.count, n: count(taken.count) }),
        color: 'green',
        closeButtonProps: { 'aria-label': t('labels.close') },
      })
      close()
    }
  }
  return (
    <NumberDrawer title={t('numbering.adopt')} close={close}>
      <form onSubmit={e => void submit(e)} noValidate>
        <Stack gap="md">
          <PartnerField
            label={t('numbering.supplier')}
            value={supplier}
            error={fault('/supplier')}
            onChange={setSupplier}
          />
          <Textarea
            size="md"
            label={t('numbering.ranges')}
            description={t('numbering.rangesHow')}
            value={text}
            error={fault('/ranges') ?? (atRange.length > 0 ? atRange.join('; ') : undefined)}
            onChange={e => setText(e.currentTarget.value)}
            autosize
            minRows={4}
            maxRows={14}
            spellCheck={false}
            classNames={{ input: 'code' }}
          />
          {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
          <div className="numbering-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={ranges.length === 0}>
              {t('numbering.adoptThem')}
            </Button>
          </div>
        </Stack>
      </form>
    </NumberDrawer>
  )
}
