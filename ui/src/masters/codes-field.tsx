// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select, TextInput } from '@mantine/core'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from './faults'
import { CODE_SCHEMES, type ItemCode } from './model'
import { RowsField } from './rows-field'

/** A further number while it is being written. */
export type CodeRow = { key: string; scheme: string; value: string; contains: string }

export const codeRow = ({ scheme, value, contains = '' }: ItemCode): CodeRow => ({
  key: `${scheme}:${value}`,
  scheme,
  value,
  contains,
})

const isBlank = ({ value, contains }: CodeRow) => value.trim() === '' && contains.trim() === ''

export function codesOf(rows: CodeRow[]): ItemCode[] {
  return rows
    .filter(row => !isBlank(row))
    .map(({ scheme, value, contains }) => ({
      scheme,
      value: value.trim(),
      contains: contains.trim() || undefined,
    }))
}

type Props = { rows: CodeRow[]; unit: string; onChange: (rows: CodeRow[]) => void; fault: FaultAt }

/** The further numbers of an item: what other labels call it, and its packages. */
export function CodesField({ rows, unit, onChange, fault }: Props) {
  const { t } = useTexts()
  const sent = rows.filter(row => !isBlank(row))
  const change = (key: string, patch: Partial<CodeRow>) =>
    onChange(rows.map(row => (row.key === key ? { ...row, ...patch } : row)))
  return (
    <RowsField
      legend={t('masters.field.codes')}
      description={t('masters.codesHow', { unit: unit || 'EA' })}
      fault={fault('/codes')}
      add={t('masters.addCode')}
      rows={rows}
      nameOf={row => row.value}
      onAdd={() => onChange([...rows, { key: uuid7(), scheme: 'gtin', value: '', contains: '' }])}
      onChange={onChange}
    >
      {(row, n) => {
        const at = `/codes/${sent.indexOf(row)}`
        return (
          <div className="code-row">
            <Select
              size="md"
              aria-label={`${t('masters.codeScheme')} ${n + 1}`}
              data={CODE_SCHEMES.map(value => ({ value, label: t(`lookup.scheme.${value}`) }))}
              value={row.scheme}
              error={fault(`${at}/scheme`)}
              allowDeselect={false}
              onChange={scheme => change(row.key, { scheme: scheme ?? row.scheme })}
            />
            <TextInput
              size="md"
              aria-label={`${t('masters.codeValue')} ${n + 1}`}
              placeholder={t('masters.codeValue')}
              value={row.value}
              error={fault(`${at}/value`)}
              onChange={e => change(row.key, { value: e.currentTarget.value })}
              classNames={{ input: 'code' }}
            />
            <TextInput
              size="md"
              aria-label={`${t('masters.contains')} ${n + 1}`}
              placeholder={t('masters.contains')}
              value={row.contains}
              error={fault(`${at}/contains`)}
              inputMode="decimal"
              onChange={e => change(row.key, { contains: e.currentTarget.value })}
            />
          </div>
        )
      }}
    </RowsField>
  )
}
