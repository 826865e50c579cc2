// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { api, Problem, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { ROLES, type Role, useMe } from '../shell/session'
import { InUse } from './drawer-parts'
import { faultsOf, restOf } from './faults'
import type { User } from './model'

const POINTERS = /^\/(name|role|password)$/

/** A user: made, given another role or a new password, let in or kept out. Users are never deleted. */
export function UserDrawer({ user, close }: { user: User | null; close: () => void }) {
  const { t } = useTexts()
  const me = useMe()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>(user?.role ?? 'operator')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const dirty = user === null ? name.trim() !== '' : role !== user.role || password !== ''

  const keep = async (active: boolean) => {
    setBusy(true)
    setError(null)
    try {
      const kept =
        user === null
          ? await api.post<User>('/users', { name, role, password })
          : await api.put<User>(
              `/users/${segment(user.name)}`,
              { role, active, password: password || undefined },
              { 'If-Match': `"${user.version}"` },
            )
      notifications.show({
        message: t('masters.kept', { code: kept.name }),
        color: 'green',
        closeButtonProps: { 'aria-label': t('masters.close') },
      })
      setPassword('')
      void forgetAnswers()
      if (user === null) {
        close()
      }
    } catch (e) {
      setError(e)
      if (e instanceof Problem && e.status === 412) {
        // Somebody else changed the user; what is behind the form is read again, and the next save stands on that.
        void forgetAnswers()
      }
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keep(user?.active ?? true)
  }
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={480}
      title={user?.name ?? t('masters.newUser')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {user === null && (
            <TextInput
              label={t('masters.userName')}
              value={name}
              error={fault('/name')}
              maxLength={64}
              autoComplete="off"
              onChange={e => setName(e.currentTarget.value)}
              data-autofocus
            />
          )}
          <Select
            label={t('masters.role')}
            description={t(`masters.roleMay.${role}`)}
            data={ROLES.map(value => ({ value, label: t(`shell.role.${value}`) }))}
            value={role}
            error={fault('/role')}
            allowDeselect={false}
            onChange={value => setRole(ROLES.find(known => known === value) ?? role)}
          />
          <PasswordInput
            label={t(user === null ? 'masters.password' : 'masters.newPassword')}
            description={t(user === null ? 'masters.passwordFirst' : 'masters.passwordEnds')}
            value={password}
            error={fault('/password')}
            autoComplete="new-password"
            onChange={e => setPassword(e.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('shell.showPassword') }}
          />
          {user !== null && (
            <InUse
              active={user.active}
              words={{
                state: t(user.active ? 'masters.userOpen' : 'masters.userClosed'),
                why: t(user.active ? 'masters.userCloseWhy' : 'masters.userReopenWhy'),
                act: t(user.active ? 'masters.userCloseDo' : 'masters.userReopenDo'),
              }}
              disabled={busy || dirty}
              onChange={keep}
            />
          )}
          {user?.name === me.user && role !== user.role && (
            <p className="small" style={{ margin: 0 }}>
              {t('masters.ownRole')}
            </p>
          )}
          {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
          <div className="drawer-buttons">
            <Button variant="default" onClick={close}>
              {t('masters.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!dirty}>
              {t(user === null ? 'masters.make' : 'masters.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Drawer>
  )
}
