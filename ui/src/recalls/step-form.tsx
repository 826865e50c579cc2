// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../i18n/texts'
import { type FaultAt, faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import type { Recall, Step, Taken } from './model'
import { useStep } from './use-recalls'

/** The fields of a step, what became of sending it, and the button that takes it. */
export function StepForm(props: {
  recall: Pick<Recall, 'number'>
  /** The pointers of the faults that stand at a field. */
  shown: RegExp
  step: () => Step
  submit: string
  ready?: boolean
  /** What cannot be taken back is red. */
  grave?: boolean
  done?: (taken: Taken) => void
  cancel?: () => void
  children?: (fault: FaultAt) => ReactNode
}) {
  const { recall, shown, step, submit, ready = true, grave = false, done, cancel, children } = props
  const { t } = useTexts()
  const { take, error, busy } = useStep(recall.number)
  const box = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads to its first field
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [busy])
  const submitted = async () => {
    const taken = await take(step())
    if (taken !== null) {
      done?.(taken)
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
        <div className="recall-buttons">
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
