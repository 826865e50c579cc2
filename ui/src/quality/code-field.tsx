// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@mantine/core'
import { branches } from './code-tree'
import { useCodes } from './use-quality'

/** What is wrong, out of the tree. */
export function CodeField(props: {
  label: string
  value: string
  onChange: (code: string) => void
  description?: string
  placeholder?: string
  error?: string
  /** Codes that cannot be chosen. */
  without?: readonly string[]
}) {
  const { value, onChange, without = [], ...field } = props
  const codes = useCodes()
  const rows = branches((codes.data ?? []).filter(one => one.active || one.code === value)).filter(
    ({ code }) => !without.includes(code.code),
  )
  return (
    <Select
      size="md"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      data={rows.map(({ code, depth }) => ({ value: code.code, label: `${'\u2003'.repeat(depth)}${code.name}` }))}
      value={value || null}
      onChange={code => onChange(code ?? '')}
      {...field}
    />
  )
}
