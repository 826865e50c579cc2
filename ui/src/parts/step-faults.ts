// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Problem } from '../api/client'

const IN_STEP = /^\/step(?=\/|$)/

/** A refusal of a step with the pointers as the form has them: some name the step that the fields are in. */
export function ofStep(error: unknown): unknown {
  if (!(error instanceof Problem) || error.body.errors === undefined) {
    return error
  }
  const errors = error.body.errors.map(one => ({ ...one, pointer: one.pointer?.replace(IN_STEP, '') }))
  return new Problem({ ...error.body, errors })
}
