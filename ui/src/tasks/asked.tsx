// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { isQuantity, typedQuantity } from './amounts'
import type { AskedField, DraftLine } from './draft'
import { NextNumber } from './next-number'

/** The fields that a line still needs; or the word that it is wanted although another should come first. */
export function Asked({ line, onComplete }: { line: DraftLine; onComplete: (patch: Partial<DraftLine>) => void }) {
  const { t } = useTexts()
  const [values, setValues] = useState<Partial<Record<AskedField, string>>>({ qty: line.qty, from: line.from })
  if (line.verdict.is !== 'asks') {
    return null
  }
  const { fields, first } = line.verdict
  const stands = line.stands ?? []
  const qty = typedQuantity(values.qty ?? '')
  const complete = fields.every(field => (field === 'qty' ? isQuantity(qty) : values[field]))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) {
      onComplete({ ...values, qty: fields.includes('qty') ? qty : line.qty, anyway: first ? true : line.anyway })
    }
  }
  const takeFrom = (from: string) => setValues({ from, qty: stands.find(s => s.place === from)?.qty ?? values.qty })

  return (
    <form className="asked" onSubmit={submit}>
      {fields.map(field =>
        field === 'from' ? (
          <NativeSelect
            key={field}
            label={t('tasks.fromPlace')}
            value={values.from}
            onChange={e => takeFrom(e.currentTarget.value)}
            data={stands.map(s => ({ value: s.place, label: `${s.place} · ${quantity(s.qty)} ${line.unit ?? ''}` }))}
            size="md"
          />
        ) : (
          <TextInput
            key={field}
            label={t(`tasks.${field}`)}
            type={field === 'expiry' ? 'date' : 'text'}
            inputMode={field === 'qty' ? 'decimal' : undefined}
            rightSection={
              field === 'qty' ? (
                <span className="muted small">{line.unit}</span>
              ) : field === 'lot' ? (
                <NextNumber
                  item={line.item}
                  kind="lot"
                  one
                  inField
                  onNumbers={([lot]) => setValues(now => ({ ...now, lot }))}
                />
              ) : undefined
            }
            rightSectionWidth={52}
            value={values[field] ?? ''}
            onChange={e => setValues({ ...values, [field]: e.currentTarget.value })}
            onFocus={e => field === 'qty' && e.currentTarget.select()}
            // The scan asks this question, and the answer comes next.
            autoFocus={field === fields.find(other => other !== 'from')}
            size="md"
          />
        ),
      )}
      <Button type="submit" size="md" disabled={!complete}>
        {first ? t('tasks.takeAnyway') : t('tasks.ok')}
      </Button>
    </form>
  )
}
