// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { TextInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { type Pair, PairsField } from './rows-field'
import type { FieldsOf } from './use-editor'

/** A code never changes, so only a new record has the field. */
export function CodeField({ draft, edit, fault, isNew }: FieldsOf<{ code: string }>) {
  const { t } = useTexts()
  return (
    isNew && (
      <TextInput
        size="md"
        label={t('masters.field.code')}
        description={t('masters.codeRule')}
        value={draft.code}
        error={fault('/code')}
        maxLength={64}
        required
        withAsterisk={false}
        onChange={e => edit({ code: e.currentTarget.value })}
        classNames={{ input: 'code' }}
        data-autofocus
      />
    )
  )
}

export function NameField({ draft, edit, fault }: FieldsOf<{ name: string }>) {
  const { t } = useTexts()
  return (
    <TextInput
      size="md"
      label={t('masters.field.name')}
      value={draft.name}
      error={fault('/name')}
      maxLength={200}
      onChange={e => edit({ name: e.currentTarget.value })}
    />
  )
}

/** A number that stands on labels, so a scan fills it too. */
export function ScannedField(props: {
  label: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { label, value, error, onChange } = props
  const { t } = useTexts()
  return (
    <TextInput
      size="md"
      label={label}
      description={t('masters.scanHow')}
      value={value}
      error={error}
      inputMode="numeric"
      onChange={e => onChange(e.currentTarget.value)}
      classNames={{ input: 'code' }}
    />
  )
}

export function GlnField({ draft, edit, fault }: FieldsOf<{ gln: string }>) {
  const { t } = useTexts()
  return (
    <ScannedField
      label={t('masters.field.gln')}
      value={draft.gln}
      error={fault('/gln')}
      onChange={gln => edit({ gln })}
    />
  )
}

export function AttributesField({ draft, edit, fault }: FieldsOf<{ attributes: Pair[] }>) {
  const { t } = useTexts()
  return (
    <PairsField
      legend={t('masters.attributes')}
      description={fault('/attributes')}
      names={t('masters.attributeName')}
      values={t('masters.attributeValue')}
      add={t('masters.addAttribute')}
      pairs={draft.attributes}
      onChange={attributes => edit({ attributes })}
    />
  )
}
