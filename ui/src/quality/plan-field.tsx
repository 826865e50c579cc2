// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@mantine/core'
import { usePlans } from './use-quality'

/** One of the plans that are in use for an item, or for any. */
export function PlanField(props: {
  label: string
  item: string
  value: string
  onChange: (code: string) => void
  error?: string
}) {
  const { item, value, onChange, ...field } = props
  const { rows } = usePlans()
  const fit = rows.filter(plan => plan.active && (plan.item === undefined || item === '' || plan.item === item))
  return (
    <Select
      size="md"
      clearable
      data={fit.map(plan => ({ value: plan.code, label: plan.name }))}
      value={value || null}
      onChange={code => onChange(code ?? '')}
      {...field}
    />
  )
}
