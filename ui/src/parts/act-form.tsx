// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSendOnce } from '../api/send-once'
import { useTexts } from '../i18n/texts'
import { type FaultAt, faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from './notices'
import { ofStep } from './step-faults'

/** Fields that are sent once, what became of sending them, and the button that does it. */
export function ActForm<Answer>(props: {
  path: string
  /** What is sent, without its id. */
  body: () => object
  /** The pointers of the faults that stand at a field. */
  shown: RegExp
  submit: string
  ready?: boolean
  /** What cannot be taken back is red. */
  grave?: boolean
  done?: (answer: Answer) => void
  cancel?: () => void
  children?: (fault: FaultAt) => ReactNode
}) {
  const { path, body, shown, submit, ready = true, grave = false, done, cancel, children } = props
  const { t } = useTexts()
  const { send, error: refusal, busy } = useSendOnce<Answer>(path)
  const error = ofStep(refusal)
  const box = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads to its first field
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [busy])
  const submitted = async () => {
    const answer = await send(body())
    if (answer !== null) {
      done?.(answer)
    }
  }
  return (
    <form
      ref={box}
      noValidate
      className="no-print"
      onSubmit={e => {
        e.preventDefault()
        void submitted()
      }}
    >
      <Stack gap="md">
        {children?.(faultsOf(error))}
        {error !== null && <ProblemNotice error={restOf(error, shown)} />}
        <div className="form-buttons">
          {cancel && (
            <Button variant="default" size="md" onClick={cancel}>
              {t('masters.cancel')}
            </Button>
          )}
          <Button type="submit" size="md" loading={busy} disabled={!ready} color={grave ? 'red' : undefined}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
