// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@mantine/core'
import { ORDER } from '../parts/fields'
import type { Term } from './model'
import { useTerms } from './use-care'

/** One of the terms. */
export function TermField(props: {
  label: string
  value: string
  onChange: (code: string) => void
  only?: (term: Term) => boolean
  error?: string
  description?: string
  placeholder?: string
}) {
  const { value, onChange, only = () => true, ...field } = props
  const { rows } = useTerms()
  return (
    <Select
      size="md"
      inputWrapperOrder={[...ORDER]}
      searchable
      clearable
      data={rows
        .filter(term => only(term) || term.code === value)
        .map(term => ({ value: term.code, label: `${term.name} (${term.code})` }))}
      value={value || null}
      onChange={code => onChange(code ?? '')}
      {...field}
    />
  )
}
