// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ProblemBody } from '../api/client'

export const KINDS = ['items', 'places', 'partners', 'acts'] as const
export type Kind = (typeof KINDS)[number]

/** What can become of a row. `warned` is beside: taken, with a remark. */
export const STATUSES = ['created', 'changed', 'unchanged', 'recorded', 'repeated', 'refused'] as const
export type Status = (typeof STATUSES)[number]

export type Counts = Record<Status | 'warned', number>

/** What became of a row, or would become of it. */
export type RowVerdict = {
  row: number
  status: Status
  record?: string
  seq?: number
  id?: string
  warnings?: string[]
  alerts?: { code: string; detail?: string }[]
  code?: string
  title?: string
  detail?: string
  errors?: ProblemBody['errors']
}

/** How a table was read. */
export type Sheet = {
  format: 'csv' | 'xlsx'
  encoding?: string
  delimiter?: string
  columns: { column: string; heading: string; field: string }[]
  unknownColumns: string[]
  remarks: string[]
}

/** The answer to a table that is only looked at; `checked` is `masters` when stock and holds were not. */
export type Preview = {
  kind: Kind
  dryRun: boolean
  checked?: string
  sheet: Sheet
  of: number
  counts: Counts
  rows: RowVerdict[]
}

export const JOB_STATES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const
export type JobState = (typeof JOB_STATES)[number]

/** An import in the background. */
export type Job = {
  id: number
  state: JobState
  cancelling?: boolean
  kind: Kind
  name?: string
  actor: string
  createdAt: string
  startedAt?: string
  finishedAt?: string
  done: number
  of: number
  counts: Counts
  sheet: Sheet
  failure?: string
}

export const isOpen = (job: Job) => job.state === 'queued' || job.state === 'running'

/** What became of an event of an EPCIS document; 201 recorded, 200 recorded before or noted, else refused. */
export type EventVerdict = {
  index: number
  type: string
  eventID?: string
  status: number
  seq?: number
  noted?: string
  code?: string
  title?: string
  detail?: string
}

export type DocumentAnswer = {
  kind: string
  masters: { items: string[]; places: string[]; partners: string[] }
  sorted: boolean
  events: EventVerdict[]
  recorded: number
  repeated: number
  noted: number
  refused: number
}

/** A document of events begins with a bracket of XML or JSON; what says by its name or type that it is a table is one. */
export async function isDocument(file: File): Promise<boolean> {
  if (/\.(csv|tsv|xlsx)$/i.test(file.name) || /^text\/(csv|tab-separated-values)|spreadsheetml/.test(file.type)) {
    return false
  }
  const start = await file.slice(0, 4_096).text()
  return /^[\ufeff\s]*[<{[]/.test(start)
}
