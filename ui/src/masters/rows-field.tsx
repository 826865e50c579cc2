// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'

type RowsProps<R> = {
  legend: string
  description?: string
  /** What the server says of all of them. */
  fault?: string
  add: string
  rows: R[]
  nameOf: (row: R) => string
  onAdd: () => void
  onChange: (rows: R[]) => void
  children: (row: R, n: number) => ReactNode
}

/** Any number of rows of fields, each of which can be taken out; the key is the row's own while it is being written. */
export function RowsField<R extends { key: string }>(props: RowsProps<R>) {
  const { legend, description, fault, add, rows, nameOf, onAdd, onChange, children } = props
  const { t } = useTexts()
  return (
    <fieldset className="pairs">
      <legend>{legend}</legend>
      {description && <div className="muted small">{description}</div>}
      {fault && <div className="small rows-fault">{fault}</div>}
      {rows.map((row, n) => (
        <div key={row.key} className="field-row">
          {children(row, n)}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            aria-label={t('masters.takeOut', { name: nameOf(row) || String(n + 1) })}
            onClick={() => onChange(rows.filter(other => other.key !== row.key))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'start' }}
        onClick={onAdd}
      >
        {add}
      </Button>
    </fieldset>
  )
}

/** A pair of texts in a list of pairs. */
export type Pair = { key: string; name: string; value: string }

export const pair = (name: string, value: string): Pair => ({ key: `${name}=${value}`, name, value })

export const isBlank = ({ name, value }: Pair) => name.trim() === '' && value.trim() === ''

type Props = {
  legend: string
  description?: string
  names: string
  values: string
  add: string
  pairs: Pair[]
  onChange: (pairs: Pair[]) => void
  /** Where the server points at: the name and the value of the nth pair. */
  fault?: (n: number, which: 'name' | 'value') => string | undefined
  decimal?: boolean
}

/** Any number of pairs, such as other units with their factors, or attributes. */
export function PairsField(props: Props) {
  const { legend, description, names, values, add, pairs, onChange, fault, decimal } = props
  const change = (key: string, patch: Partial<Pair>) =>
    onChange(pairs.map(one => (one.key === key ? { ...one, ...patch } : one)))
  return (
    <RowsField
      legend={legend}
      description={description}
      add={add}
      rows={pairs}
      nameOf={one => one.name}
      onAdd={() => onChange([...pairs, { key: uuid7(), name: '', value: '' }])}
      onChange={onChange}
    >
      {(one, n) => (
        <div className="pair">
          <TextInput
            size="md"
            aria-label={`${names} ${n + 1}`}
            placeholder={names}
            value={one.name}
            error={fault?.(n, 'name')}
            onChange={e => change(one.key, { name: e.currentTarget.value })}
          />
          <TextInput
            size="md"
            aria-label={`${values} ${n + 1}`}
            placeholder={values}
            value={one.value}
            error={fault?.(n, 'value')}
            inputMode={decimal ? 'decimal' : undefined}
            onChange={e => change(one.key, { value: e.currentTarget.value })}
          />
        </div>
      )}
    </RowsField>
  )
}

/** The pairs as an object; a name that stands twice counts as the last one says. */
export function attributesOf(pairs: Pair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter(one => one.name.trim() !== '').map(one => [one.name.trim(), one.value]))
}

export function pairsOf(attributes: Record<string, string>): Pair[] {
  return Object.entries(attributes).map(([name, value]) => pair(name, value))
}
