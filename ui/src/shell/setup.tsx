// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { NameField, PasswordField } from './credentials'
import { useSession } from './session'
import { Wordmark } from './wordmark'

const PASSWORD_LENGTH_MIN = 12

/** The page behind the link that a new server prints: it makes the first administrator and signs them in. */
export function Setup() {
  const { t } = useTexts()
  const { signIn } = useSession()
  const [token] = useState(() => new URLSearchParams(window.location.search).get('token') ?? '')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    document.title = `${t('shell.setup')} · Gozinto`
    // The link works once; it has no business in the history.
    window.history.replaceState(null, '', '/setup')
  }, [t])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await api.post('/setup', { token, name, password })
      await signIn(name, password)
      window.location.replace('/')
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }

  return (
    <main style={{ maxWidth: 440, margin: '0 auto', padding: '10vh 20px 40px' }}>
      <Wordmark />
      <h1 style={{ fontSize: 22, margin: '20px 0 6px' }}>{t('shell.setup')}</h1>
      <p className="muted" style={{ margin: '0 0 20px' }}>
        {t('shell.setupWhy')}
      </p>
      <form className="card" style={{ padding: 'var(--s5)' }} onSubmit={e => void submit(e)}>
        <Stack>
          <NameField value={name} maxLength={64} onChange={setName} />
          <PasswordField
            description={t('shell.passwordRule', { count: PASSWORD_LENGTH_MIN })}
            autoComplete="new-password"
            value={password}
            minLength={PASSWORD_LENGTH_MIN}
            onChange={setPassword}
          />
          {error !== null && <ProblemNotice error={error} />}
          <Button type="submit" size="md" loading={busy}>
            {t('shell.setupDo')}
          </Button>
        </Stack>
      </form>
    </main>
  )
}
