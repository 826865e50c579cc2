// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import type { Template } from './model'
import { bodyOfTemplate } from './template-body'

const POINTERS = /^\/(code|name)$/

/** A template of one's own that begins as another one. */
export function CopyTemplate({ template, close }: { template: Template; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const wanted = code.trim()
      await api.put(`/label-templates/${segment(wanted)}`, {
        ...bodyOfTemplate(template),
        code: wanted,
        name: name.trim() || wanted,
        version: 0,
      })
      void forgetAnswers()
      close()
      void navigate(`/labels/templates/${segment(wanted)}`)
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('labels.copyOf', { name: template.name })}
      closeButtonProps={{ 'aria-label': t('labels.close') }}
    >
      <form onSubmit={e => void submit(e)} noValidate>
        <Stack>
          <TextInput
            size="md"
            label={t('labels.code')}
            description={t('masters.codeRule')}
            value={code}
            error={fault('/code')}
            maxLength={64}
            onChange={e => setCode(e.currentTarget.value)}
            classNames={{ input: 'code' }}
            data-autofocus
          />
          <TextInput
            size="md"
            label={t('labels.name')}
            value={name}
            error={fault('/name')}
            maxLength={200}
            onChange={e => setName(e.currentTarget.value)}
          />
          {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
          <div className="label-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={code.trim() === ''}>
              {t('labels.copyDo')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
