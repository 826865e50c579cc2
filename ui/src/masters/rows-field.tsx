// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'

/** A pair of texts in a list of pairs; the key is its own while it is being written. */
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
  const { t } = useTexts()
  const change = (key: string, patch: Partial<Pair>) =>
    onChange(pairs.map(one => (one.key === key ? { ...one, ...patch } : one)))
  return (
    <fieldset className="pairs">
      <legend>{legend}</legend>
      {description && <div className="muted small">{description}</div>}
      {pairs.map((one, n) => (
        <div key={one.key} className="pair">
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
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            aria-label={t('masters.takeOut', { name: one.name || String(n + 1) })}
            onClick={() => onChange(pairs.filter(other => other.key !== one.key))}
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
        onClick={() => onChange([...pairs, { key: uuid7(), name: '', value: '' }])}
      >
        {add}
      </Button>
    </fieldset>
  )
}

/** The pairs as an object; a name that stands twice counts as the last one says. */
export function attributesOf(pairs: Pair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter(one => one.name.trim() !== '').map(one => [one.name.trim(), one.value]))
}

export function pairsOf(attributes: Record<string, string>): Pair[] {
  return Object.entries(attributes).map(([name, value]) => pair(name, value))
}
