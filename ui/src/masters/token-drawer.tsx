// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, CopyButton, Drawer, Select, Stack, Switch, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { StateChip } from '../parts/state'
import { ROLES, type Role, useMe } from '../shell/session'
import { type Act, actsOf } from './acts'
import { faultsOf, restOf } from './faults'
import type { MadeToken } from './model'

const POINTERS = /^\/(name|role|expiresAt)$/

/** A new token: what it is for, what it may do and for how long. Its text is shown once. */
export function TokenDrawer({ close }: { close: () => void }) {
  const { t } = useTexts()
  const [made, setMade] = useState<MadeToken | null>(null)
  return (
    <Drawer
      opened
      onClose={close}
      closeOnClickOutside={made === null}
      position="right"
      transitionProps={{ duration: 0 }}
      size={480}
      title={made?.name ?? t('masters.newToken')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      {made === null ? <TokenForm close={close} made={setMade} /> : <Made token={made} close={close} />}
    </Drawer>
  )
}

function TokenForm({ close, made }: { close: () => void; made: (token: MadeToken) => void }) {
  const { t } = useTexts()
  const me = useMe()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const [narrowed, setNarrowed] = useState(false)
  const [acts, setActs] = useState<Act[]>([])
  const [until, setUntil] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const possible = actsOf(role)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const token = await api.post<MadeToken>('/tokens', {
        name: name.trim(),
        role,
        acts: narrowed ? acts.filter(act => possible.includes(act)) : undefined,
        expiresAt: until === '' ? undefined : new Date(`${until}T23:59:59`).toISOString(),
      })
      void forgetAnswers()
      made(token)
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={e => void submit(e)} noValidate>
      <Stack>
        <TextInput
          label={t('masters.tokenFor')}
          description={t('masters.tokenForHow')}
          value={name}
          error={fault('/name')}
          maxLength={64}
          onChange={e => setName(e.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={t('masters.role')}
          description={t(`masters.roleMay.${role}`)}
          data={ROLES.slice(0, ROLES.indexOf(me.role) + 1).map(value => ({ value, label: t(`shell.role.${value}`) }))}
          value={role}
          error={fault('/role')}
          allowDeselect={false}
          onChange={value => setRole(ROLES.find(known => known === value) ?? role)}
        />
        {possible.length > 0 && (
          <Switch
            label={t('masters.narrow')}
            description={t('masters.narrowHow')}
            checked={narrowed}
            onChange={e => setNarrowed(e.currentTarget.checked)}
          />
        )}
        {possible.length > 0 && narrowed && (
          <Checkbox.Group
            label={t('masters.acts')}
            value={acts}
            onChange={values => setActs(possible.filter(act => values.includes(act)))}
          >
            <div className="acts">
              {possible.map(act => (
                <Checkbox key={act} value={act} label={t(`masters.act.${act}`)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <TextInput
          type="date"
          label={t('masters.expires')}
          description={t('masters.expiresHow')}
          value={until}
          error={fault('/expiresAt')}
          onChange={e => setUntil(e.currentTarget.value)}
        />
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <div className="drawer-buttons">
          <Button variant="default" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('masters.make')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function Made({ token, close }: { token: MadeToken; close: () => void }) {
  const { t } = useTexts()
  return (
    <Stack>
      <StateChip state="held">{t('masters.shownOnce')}</StateChip>
      <p style={{ margin: 0 }}>{t('masters.shownOnceWhy')}</p>
      <div className="card">
        <Code>{token.token}</Code>
      </div>
      <CopyButton value={token.token} timeout={4_000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          >
            {t(copied ? 'masters.copied' : 'masters.copy')}
          </Button>
        )}
      </CopyButton>
      <Button onClick={close}>{t('masters.keptIt')}</Button>
    </Stack>
  )
}
