// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { useMe, useSession } from '../shell/session'

/** One's own password. A new one ends all sessions of the user, so this one is opened again with it. */
export function Password() {
  const { t } = useTexts()
  const me = useMe()
  const { signIn } = useSession()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await api.put(`/users/${segment(me.user)}`, { password: wanted, currentPassword: current })
      await signIn(me.user, wanted)
      setCurrent('')
      setWanted('')
      notifications.show({
        message: t('settings.changed'),
        color: 'green',
        closeButtonProps: { 'aria-label': t('masters.close') },
      })
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('settings.password')}>
      <form onSubmit={e => void submit(e)} noValidate>
        <Stack>
          <input type="text" name="username" autoComplete="username" value={me.user} readOnly hidden />
          <PasswordInput
            label={t('settings.current')}
            value={current}
            error={fault('/currentPassword')}
            autoComplete="current-password"
            onChange={e => setCurrent(e.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('shell.showPassword') }}
          />
          <PasswordInput
            label={t('settings.new')}
            description={t('settings.passwordRule')}
            value={wanted}
            error={fault('/password')}
            autoComplete="new-password"
            onChange={e => setWanted(e.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('shell.showPassword') }}
          />
          {error !== null && <ProblemNotice error={restOf(error, /^\/(password|currentPassword)$/)} />}
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={wanted === '' || current === ''}
            style={{ alignSelf: 'start' }}
          >
            {t('settings.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
