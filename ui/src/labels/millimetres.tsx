// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NumberInput } from '@mantine/core'

/** A length in millimetres, to a hundredth. */
export function Millimetres(props: {
  label: string
  value: number
  error?: string
  step?: number
  onChange: (mm: number) => void
}) {
  const { label, value, error, step = 0.5, onChange } = props
  return (
    <NumberInput
      size="md"
      label={label}
      value={value}
      error={error}
      min={0}
      max={1000}
      step={step}
      decimalScale={2}
      suffix=" mm"
      onChange={mm => mm !== '' && Number.isFinite(Number(mm)) && onChange(Number(mm))}
    />
  )
}
