// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Change } from './model'

/** What a record has, by field; the values as the API gives them. */
export type Facts = Record<string, unknown>

export type FieldChange = { field: string; before: unknown; after: unknown }

export type Step = { version: number; at: string; actor: string; changes: FieldChange[] }

/** What changed from record to record, the latest change first. The first one was the making of it. */
export function stepsOf(changes: Change[]): Step[] {
  let before: Facts = {}
  return changes
    .map(({ version, atUs, actor, body }) => {
      const after = JSON.parse(body) as Facts
      const step = { version, at: new Date(atUs / 1000).toISOString(), actor, changes: difference(before, after) }
      before = after
      return step
    })
    .reverse()
}

/** The fields in which two records differ; each attribute is a field. What is empty is as good as not there. */
export function difference(before: Facts, after: Facts): FieldChange[] {
  const [a, b] = [fields(before), fields(after)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter(field => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map(field => ({ field, before: a[field], after: b[field] }))
}

/** The fields that say something, in the order of the record. */
export function fields(record: Facts): Facts {
  const said: Facts = {}
  for (const [field, value] of Object.entries(record)) {
    if (field === 'attributes') {
      for (const [name, text] of Object.entries((value ?? {}) as Facts)) {
        said[`attributes.${name}`] = text
      }
    } else if (field !== 'version' && !isEmpty(value)) {
      said[field] = value
    }
  }
  return said
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** My changes on top of what somebody else made of the record meanwhile. */
export function rebased<D extends object>(base: D, mine: D, theirs: D): D {
  const result = { ...theirs }
  for (const field of Object.keys(mine) as (keyof D)[]) {
    if (JSON.stringify(mine[field]) !== JSON.stringify(base[field])) {
      result[field] = mine[field]
    }
  }
  return result
}
