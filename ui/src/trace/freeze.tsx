// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { IconSnowflake } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { useMe } from '../shell/session'
import type { TraceAnswer } from './model'
import { frozenQuestion, type Question, seedNumber } from './question'

const NAME_LENGTH_MAX = 200

/** Keeps the answer that is seen as a scope; for those who decide recalls. */
export function Freeze({ question, answer }: { question: Question; answer: TraceAnswer }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  if (!useMe().may.includes('recall')) {
    return null
  }
  return (
    <>
      <Button leftSection={<IconSnowflake size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('trace.freeze')}
      </Button>
      {open && <FreezeForm question={question} answer={answer} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The id is made once, so that sending it twice freezes once. */
function FreezeForm(props: { question: Question; answer: TraceAnswer; onClose: () => void }) {
  const { question, answer, onClose } = props
  const { t } = useTexts()
  const navigate = useNavigate()
  const [id] = useState(() => uuid7())
  const [name, setName] = useState(() => t('trace.tab', { number: seedNumber(question.seed) }))
  const frozen = useMutation({
    mutationFn: () =>
      api.post<{ id: string }>('/scopes', {
        id,
        name: name.trim(),
        question: frozenQuestion(question, answer.knownAt.seq),
      }),
    onSuccess: scope => {
      void forgetAnswers()
      void navigate(`/scopes/${scope.id}`)
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('trace.freeze')} closeButtonProps={{ 'aria-label': t('trace.close') }}>
      <form
        onSubmit={e => {
          e.preventDefault()
          frozen.mutate()
        }}
      >
        <Stack>
          <p className="trace-words">{t('trace.freezeHow', { seq: count(answer.knownAt.seq) })}</p>
          <TextInput
            label={t('trace.freezeName')}
            value={name}
            maxLength={NAME_LENGTH_MAX}
            onChange={e => setName(e.currentTarget.value)}
            required
            withAsterisk={false}
            data-autofocus
          />
          {frozen.isError && <ProblemNotice error={frozen.error} />}
          <Button type="submit" disabled={name.trim() === ''} loading={frozen.isPending}>
            {t('trace.freezeNow')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
