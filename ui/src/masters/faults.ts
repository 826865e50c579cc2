// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Problem } from '../api/client'

/** What the server says of one field of a form, by the field's pointer. */
export type FaultAt = (pointer: string) => string | undefined

export function faultsOf(error: unknown): FaultAt {
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  return pointer => {
    const here = errors.filter(e => e.pointer === pointer)
    return here.length === 0 ? undefined : here.map(e => [e.detail, e.expected].filter(Boolean).join(' · ')).join('; ')
  }
}

/** The problem without what already stands at a field of the form. */
export function restOf(error: unknown, shown: RegExp): unknown {
  if (!(error instanceof Problem) || error.body.errors === undefined) {
    return error
  }
  const { errors, ...body } = error.body
  return new Problem({ ...body, errors: errors.filter(e => !shown.test(e.pointer ?? '')) })
}
