// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../api/uuid'
import { said } from '../parts/fields'
import type { FitRule, Having, Selection, Span, VersionSpan } from './fit-model'

type Keyed<T> = T & { key: string }

/** A selection as it is being written: lists of words are one text, and rows have keys of their own. */
export type SelectionDraft = {
  item: string
  revisions: string
  lots: string
  serials: Keyed<Span>[]
  madeFrom: string
  madeTo: string
  versions: Keyed<VersionSpan>[]
  has: Keyed<Omit<Having, 'revisions'> & { revisions: string }>[]
}

export type RuleDraft = Omit<FitRule, 'subject' | 'object' | 'findings' | 'version'> & {
  subject: SelectionDraft
  object: SelectionDraft
}

const NEW: FitRule = {
  code: '',
  name: '',
  active: true,
  subject: {},
  relation: 'fits',
  object: {},
  enforce: { install: 'none', ship: 'none' },
}

const keyed = <T extends object>(rows: readonly T[] | undefined): Keyed<T>[] =>
  (rows ?? []).map(row => ({ ...row, key: uuid7() }))

function selectionDraft(selection: Selection): SelectionDraft {
  return {
    item: selection.item ?? '',
    revisions: (selection.revisions ?? []).join(', '),
    lots: (selection.lots ?? []).join(', '),
    serials: keyed(selection.serials),
    madeFrom: selection.madeFrom ?? '',
    madeTo: selection.madeTo ?? '',
    versions: keyed(selection.versions),
    has: keyed(selection.has).map(row => ({ ...row, revisions: (row.revisions ?? []).join(', ') })),
  }
}

export function draftOf(rule: FitRule | null): RuleDraft {
  const { findings, version, ...whole } = rule ?? NEW
  return { ...whole, subject: selectionDraft(whole.subject), object: selectionDraft(whole.object) }
}

/** The words of a text that stand between commas; nothing when there are none. */
export function wordsOf(text: string): string[] | undefined {
  const words = text
    .split(/[,;\n]+/)
    .map(word => word.trim())
    .filter(Boolean)
  return words.length === 0 ? undefined : words
}

function rowsOf<T extends object, R>(rows: Keyed<T>[], body: (row: Omit<Keyed<T>, 'key'>) => R): R[] | undefined {
  return rows.length === 0 ? undefined : rows.map(({ key, ...row }) => body(row))
}

function selectionBody(draft: SelectionDraft): Selection {
  return {
    item: said(draft.item),
    revisions: wordsOf(draft.revisions),
    lots: wordsOf(draft.lots),
    serials: rowsOf(draft.serials, row => ({
      from: said(row.from ?? ''),
      to: said(row.to ?? '') ?? said(row.from ?? ''),
    })),
    madeFrom: said(draft.madeFrom),
    madeTo: said(draft.madeTo),
    versions: rowsOf(draft.versions, row => ({
      name: said(row.name ?? ''),
      from: said(row.from ?? ''),
      to: said(row.to ?? ''),
    })),
    has: rowsOf(draft.has, row => ({
      item: said(row.item ?? ''),
      revisions: wordsOf(row.revisions),
      position: said(row.position ?? ''),
    })),
  }
}

/** The rule as the API takes it. */
export function bodyOf(draft: RuleDraft, version?: number) {
  return {
    ...draft,
    code: draft.code.trim(),
    name: said(draft.name),
    version,
    subject: selectionBody(draft.subject),
    object: selectionBody(draft.object),
    validFrom: said(draft.validFrom ?? ''),
    validTo: said(draft.validTo ?? ''),
    reason: said(draft.reason ?? ''),
    enforce: draft.relation === 'replacedBy' ? undefined : draft.enforce,
  }
}

/** Whether there is enough of a rule to ask the server about it. */
export const isAskable = (draft: RuleDraft) => draft.subject.item.trim() !== '' && draft.object.item.trim() !== ''
