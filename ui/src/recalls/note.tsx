// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { said, Words } from '../parts/fields'
import type { Recall } from './model'
import { StepForm } from './step-form'

/** Something to remember, in the record of the case. */
export function NoteModal({ recall, close }: { recall: Recall; close: () => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  return (
    <Modal
      opened
      onClose={close}
      title={t('recalls.step.note')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <StepForm
        recall={recall}
        shown={/^\/text$/}
        step={() => ({ type: 'note', text: said(text) })}
        submit={t('recalls.do.keepNote')}
        ready={text.trim() !== ''}
        done={close}
        cancel={close}
      >
        {fault => (
          <Words
            label={t('recalls.field.note')}
            value={text}
            error={fault('/text')}
            onChange={setText}
            rows={4}
            focus
          />
        )}
      </StepForm>
    </Modal>
  )
}
