// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { said } from '../parts/fields'
import { today } from './days'

export type LineDraft = { key: string; what: string; text: string; qty: string; amount: string; currency: string }

export type MeterDraft = { key: string; meter: string; value: string }

/** A claim while it is being written. */
export type Draft = {
  scanned: string
  item: string
  serial: string
  lot: string
  /** The unit that was chosen out of those that are in it. */
  part: string
  partItem: string
  partSerial: string
  position: string
  failedOn: string
  description: string
  code: string
  partner: string
  country: string
  name: string
  email: string
  phone: string
  meters: MeterDraft[]
  lines: LineDraft[]
}

export function draftOf(named: { item?: string; serial?: string; lot?: string; scanned?: string }): Draft {
  return {
    scanned: named.scanned ?? '',
    item: named.item ?? '',
    serial: named.serial ?? '',
    lot: named.lot ?? '',
    part: '',
    partItem: '',
    partSerial: '',
    position: '',
    failedOn: today(),
    description: '',
    code: '',
    partner: '',
    country: '',
    name: '',
    email: '',
    phone: '',
    meters: [],
    lines: [],
  }
}

/** The claim as the API takes it; empty rows of meters and lines are left out. */
export function bodyOf(draft: Draft) {
  const { name, email, phone, partItem, partSerial, position } = draft
  const part =
    partItem || partSerial || position
      ? { item: said(partItem), serial: said(partSerial), position: said(position) }
      : undefined
  const reporter = name || email || phone ? { name: said(name), email: said(email), phone: said(phone) } : undefined
  return {
    scanned: said(draft.scanned),
    item: said(draft.item),
    serial: said(draft.serial),
    lot: said(draft.lot),
    part,
    failedOn: said(draft.failedOn),
    description: said(draft.description),
    code: said(draft.code),
    partner: said(draft.partner),
    country: said(draft.country),
    reporter,
    meters: draft.meters
      .filter(one => one.value.trim() !== '')
      .map(({ meter, value }) => ({ meter: meter.trim(), value: value.trim() })),
    lines: draft.lines
      .filter(one => one.amount.trim() !== '')
      .map(one => ({
        what: one.what,
        text: said(one.text),
        qty: said(one.qty),
        amount: one.amount.trim(),
        currency: one.currency.trim(),
      })),
  }
}
