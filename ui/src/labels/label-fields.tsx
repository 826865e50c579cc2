// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { TextInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import type { LabelField } from './job'
import type { Values } from './model'

/** What is filled in on a single label; faults of the label stand at their fields. */
export function LabelFields(props: {
  fields: readonly LabelField[]
  values: Values
  change: (patch: Values) => void
  fault: (field: LabelField) => string | undefined
}) {
  const { fields, values, change, fault } = props
  const { t } = useTexts()
  return (
    <div className="label-two">
      {fields.map(field => (
        <TextInput
          key={field}
          size="md"
          label={t(`labels.field.${field}`)}
          type={field === 'expiry' ? 'date' : 'text'}
          inputMode={field === 'qty' ? 'decimal' : undefined}
          value={values[field] ?? ''}
          error={fault(field)}
          onChange={e => change({ [field]: e.currentTarget.value || undefined })}
          classNames={field === 'lot' || field === 'serial' ? { input: 'code' } : undefined}
          data-takes-scans
        />
      ))}
    </div>
  )
}
