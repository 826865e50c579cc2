// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { questions } from '../api/questions'
import type { FaultAt } from '../masters/faults'
import { ActForm } from '../parts/act-form'
import type { Recall, Step, Taken } from './model'
import { apiPath } from './use-recalls'

/** The fields of a step of a case, and the button that takes it. */
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
  const { recall, step, done, ...form } = props
  return (
    <ActForm<Taken>
      {...form}
      path={`${apiPath(recall.number)}/steps`}
      body={() => ({ step: step() })}
      done={taken => {
        questions.setQueryData(['recall', recall.number], taken.recall)
        done?.(taken)
      }}
    />
  )
}
