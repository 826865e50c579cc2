// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Stack, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import type { DryRun, ShortEntry } from '../api/model'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { kindsOf, MovementTable } from './entry-movements'

const SHOWN_MAX = 20

/**
 * Voids an entry: first it is tried, so that whoever does it sees what goes back and whether it can; then it is
 * recorded with their reason. The id is made once, so that sending it twice changes nothing.
 */
export function VoidEntry({ entry, onClose }: { entry: ShortEntry; onClose: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [id] = useState(() => uuid7())
  const [reason, setReason] = useState('')

  const tried = useQuery({
    queryKey: ['void', entry.id],
    // A void without a reason is refused for that alone; the trial is about everything else.
    queryFn: () => api.post<DryRun>('/entries', actOf(id, entry, t('lookup.trial')), { dryRun: true }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const recorded = useMutation({
    mutationFn: () => api.post<{ seq: number }>('/entries', actOf(id, entry, reason.trim())),
    onSuccess: ({ seq }) => {
      void forgetAnswers()
      onClose()
      void navigate(`/entries/${seq}`)
    },
  })

  const seq = count(entry.seq)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lookup.voidTitle', { seq })}
      closeButtonProps={{ 'aria-label': t('lookup.close') }}
      size="lg"
    >
      <Stack>
        <p className="dialog-words">{t('lookup.voidWhy')}</p>
        {tried.isPending && <Waiting rows={3} />}
        {tried.isError && <ProblemNotice error={tried.error} retry={() => void tried.refetch()} />}
        {tried.data && <WillHappen run={tried.data} entry={entry} />}
        {tried.isSuccess && (
          <form
            onSubmit={e => {
              e.preventDefault()
              recorded.mutate()
            }}
          >
            <Stack>
              <Textarea
                label={t('lookup.fact.reason')}
                description={t('lookup.reasonHow')}
                value={reason}
                onChange={e => setReason(e.currentTarget.value)}
                autosize
                minRows={2}
                required
                withAsterisk={false}
                data-autofocus
              />
              {recorded.isError && <ProblemNotice error={recorded.error} />}
              <Button type="submit" color="red" disabled={reason.trim() === ''} loading={recorded.isPending}>
                {t('lookup.voidNow', { seq })}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Modal>
  )
}

function actOf(id: string, entry: ShortEntry, reason: string) {
  return { type: 'void', id, corrects: entry.id, reason }
}

function WillHappen({ run, entry }: { run: DryRun; entry: ShortEntry }) {
  const { t } = useTexts()
  const movements = run.movements ?? []
  const all = run.movementCount ?? movements.length
  if (movements.length === 0) {
    return (
      <p className="dialog-words">{t(entry.type === 'hold' ? 'lookup.voidEndsHold' : 'lookup.voidMovesNothing')}</p>
    )
  }
  return (
    <section aria-label={t('lookup.willHappen')}>
      <h3 className="card-title">{t('lookup.willHappen')}</h3>
      <MovementTable rows={movements.slice(0, SHOWN_MAX)} kinds={kindsOf(entry)} />
      {all > SHOWN_MAX && <p className="muted small">{t('lookup.more', { count: all - SHOWN_MAX })}</p>}
    </section>
  )
}
