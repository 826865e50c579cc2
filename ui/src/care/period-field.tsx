// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { asOne, isoOf, PARTS, type Part } from './periods'

type Props = {
  label: string
  value: string | undefined
  onChange: (iso: string | undefined) => void
  error?: string
}

/** A period as a number of years, months, weeks or days; one that is written in another way as it is written. */
export function PeriodField({ label, value, onChange, error }: Props) {
  const { t } = useTexts()
  const one = value === undefined ? null : asOne(value)
  const [part, setPart] = useState<Part>(one?.part ?? 'months')
  if (value !== undefined && one === null) {
    return (
      <TextInput
        size="md"
        label={label}
        value={value}
        error={error}
        onChange={e => onChange(e.currentTarget.value.trim() || undefined)}
        classNames={{ input: 'code' }}
      />
    )
  }
  const shown = one?.part ?? part
  return (
    <div className="care-period">
      <NumberInput
        size="md"
        label={label}
        min={1}
        max={36_500}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={one?.n ?? ''}
        error={error}
        onChange={n => onChange(n === '' || Number(n) === 0 ? undefined : isoOf(Number(n), shown))}
      />
      <Select
        size="md"
        aria-label={t('care.periodOf', { name: label })}
        data={PARTS.map(value => ({ value, label: t(`care.part.${value}`) }))}
        value={shown}
        allowDeselect={false}
        onChange={next => {
          const chosen = PARTS.find(one => one === next) ?? shown
          setPart(chosen)
          if (one !== null) {
            onChange(isoOf(one.n, chosen))
          }
        }}
      />
    </div>
  )
}
