// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from '@mantine/core'
import { useTexts } from '../i18n/texts'

type Field<Props> = Omit<Props, 'onChange'> & { onChange: (value: string) => void }

/** The name that somebody signs in with. */
export function NameField({ onChange, ...more }: Field<TextInputProps>) {
  const { t } = useTexts()
  return (
    <TextInput
      label={t('shell.name')}
      name="name"
      autoComplete="username"
      onChange={e => onChange(e.currentTarget.value)}
      required
      withAsterisk={false}
      size="md"
      {...more}
    />
  )
}

/** The password beside it; whether it is a known or a new one, `autoComplete` tells the browser. */
export function PasswordField({ onChange, ...more }: Field<PasswordInputProps>) {
  const { t } = useTexts()
  return (
    <PasswordInput
      label={t('shell.password')}
      name="password"
      onChange={e => onChange(e.currentTarget.value)}
      required
      withAsterisk={false}
      size="md"
      visibilityToggleButtonProps={{ 'aria-label': t('shell.showPassword') }}
      {...more}
    />
  )
}
