// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Problem } from '../api/client'

/** Something because of which a label is not printed: where, and in words. */
export type LabelFault = { pointer: string; words: string }

/** What the server says of a label that cannot be printed, fault by fault. */
export function labelFaults(error: unknown): LabelFault[] {
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  return errors.map(({ pointer = '', detail, expected, action }) => ({
    pointer,
    words: [detail, expected, action].filter(Boolean).join(' · '),
  }))
}

/** The words at a field of the label, whichever request said so: the preview has one label, a print has many. */
export function faultAtField(errors: unknown[], field: string): string | undefined {
  const here = new RegExp(`^/(label|labels/0)/${field}$`)
  const words = errors
    .flatMap(labelFaults)
    .filter(fault => here.test(fault.pointer))
    .map(fault => fault.words)
  return words.length === 0 ? undefined : [...new Set(words)].join('; ')
}
