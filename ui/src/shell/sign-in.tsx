// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { NameField, PasswordField } from './credentials'
import { useSession } from './session'
import { Wordmark } from './wordmark'

/** The form alone; in the page of those who come and in the dialog of those whose session ended. */
export function SignInForm({ name: known }: { name?: string }) {
  const { t } = useTexts()
  const { signIn } = useSession()
  const [name, setName] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await signIn(name, password)
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }

  return (
    <form onSubmit={e => void submit(e)}>
      <Stack>
        <NameField value={name} onChange={setName} data-autofocus={known ? undefined : true} />
        <PasswordField
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          data-autofocus={known ? true : undefined}
        />
        {error !== null && <ProblemNotice error={error} />}
        <Button type="submit" size="md" loading={busy}>
          {t('shell.signIn')}
        </Button>
      </Stack>
    </form>
  )
}

/** The page of those who are not signed in. */
export function SignIn() {
  const { t } = useTexts()
  useEffect(() => {
    document.title = `${t('shell.signIn')} · Gozinto`
  }, [t])
  return (
    <main style={{ maxWidth: 400, margin: '0 auto', padding: '12vh 20px 40px' }}>
      <Wordmark />
      <h1 style={{ fontSize: 22, margin: '20px 0' }}>{t('shell.signIn')}</h1>
      <div className="card" style={{ padding: 'var(--s5)' }}>
        <SignInForm />
      </div>
    </main>
  )
}
