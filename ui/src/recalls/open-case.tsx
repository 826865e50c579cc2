// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSendOnce } from '../api/send-once'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { Choice, Line, said, Words } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { pathOf } from './addresses'
import { KINDS, type Kind, type Recall } from './model'

const REAL = KINDS.filter(kind => kind !== 'mock')

/** Opens a case with what gave rise to it. */
export function OpenCase({ close }: { close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('recall')
  const [title, setTitle] = useState('')
  const [signal, setSignal] = useState('')
  const { send, error, busy } = useSendOnce<Recall>('/recalls')
  const fault = faultsOf(error)
  const submit = async () => {
    const recall = await send({ kind, title: title.trim(), signal: said(signal) })
    if (recall !== null) {
      void navigate(pathOf(recall.number))
    }
  }
  return (
    <Modal opened onClose={close} title={t('recalls.do.open')} closeButtonProps={{ 'aria-label': t('masters.close') }}>
      <form
        noValidate
        onSubmit={e => {
          e.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          <Choice
            label={t('recalls.field.kind')}
            description={t(`recalls.kindHow.${kind}`)}
            values={REAL}
            word={one => t(`recalls.kind.${one}`)}
            value={kind}
            error={fault('/kind')}
            onChange={next => setKind(next ?? 'recall')}
          />
          <Line
            label={t('recalls.field.title')}
            description={t('recalls.titleHow')}
            value={title}
            error={fault('/title')}
            onChange={setTitle}
          />
          <Words
            label={t('recalls.field.signal')}
            description={t('recalls.signalHow')}
            value={signal}
            error={fault('/signal')}
            onChange={setSignal}
          />
          {error !== null && <ProblemNotice error={restOf(error, /^\/(kind|title|signal)$/)} />}
          <div className="form-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={title.trim() === ''}>
              {t('recalls.do.openNow')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
