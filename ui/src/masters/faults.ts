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
  const { errors, detail, ...body } = error.body
  const rest = errors.filter(e => !shown.test(e.pointer ?? ''))
  // The detail names the first fault; when all of them stand at their fields it would say one of them twice.
  const isSaid = rest.length === 0 && errors.length > 0 && body.code === 'invalid'
  return new Problem({ ...body, detail: isSaid ? undefined : detail, errors: rest })
}
