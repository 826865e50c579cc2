// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { Line, said, Words } from '../parts/fields'
import { ItemField } from '../tasks/fields'
import type { UnitRef } from './model'

/** What an inspection or a non-conformance is about: a lot or a part of it, or serials. */
export type Subject = { item: string; lot: string; qty: string; serials: string }

export const subjectOf = (params: URLSearchParams): Subject => ({
  item: params.get('item') ?? '',
  lot: params.get('lot') ?? '',
  qty: '',
  serials: params.get('serial') ?? '',
})

const numbersOf = ({ serials }: Subject) => serials.split(/[\s,;]+/).filter(Boolean)

/** The subject as the API takes it: serials where there are any, else the lot. */
export function subjectBody(subject: Subject) {
  const serials = numbersOf(subject)
  return serials.length === 0
    ? { item: said(subject.item), lot: said(subject.lot), qty: said(subject.qty) }
    : { item: said(subject.item), serials, qty: said(subject.qty) }
}

/** Whether it says which lot or serials. */
export const isNamed = (subject: Subject) => subject.lot.trim() !== '' || numbersOf(subject).length > 0

/** The subject with what was scanned: one serial more, or another lot. */
export function withScanned(subject: Subject, { item, lot, serial }: UnitRef): Subject {
  const now = { ...subject, item: item ?? subject.item }
  return serial === undefined
    ? { ...now, lot: lot ?? subject.lot }
    : { ...now, lot: '', serials: `${subject.serials} ${serial}`.trim() }
}

export function SubjectFields(props: {
  subject: Subject
  onChange: (patch: Partial<Subject>) => void
  fault: FaultAt
}) {
  const { subject, onChange, fault } = props
  const { t } = useTexts()
  return (
    <>
      <ItemField
        label={t('quality.field.item')}
        value={subject.item}
        error={fault('/item')}
        onChange={item => onChange({ item })}
      />
      <div className="field-pair">
        <Line
          code
          label={t('quality.field.lot')}
          value={subject.lot}
          error={fault('/lot')}
          onChange={lot => onChange({ lot })}
        />
        <Line
          decimal
          label={t('quality.field.partQty')}
          value={subject.qty}
          error={fault('/qty')}
          onChange={qty => onChange({ qty })}
        />
      </div>
      <Words
        label={t('quality.field.serials')}
        description={t('quality.serialsHow')}
        rows={2}
        value={subject.serials}
        error={fault('/serials')}
        onChange={serials => onChange({ serials })}
      />
    </>
  )
}
