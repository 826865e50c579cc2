// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { MastersHead, NewButton } from './head'
import type { User } from './model'
import { Named } from './named'
import { type Column, RecordList, usePages } from './record-list'
import { UserDrawer } from './user-drawer'

const ROOM = '/masters/users'

/** Who may sign in. */
export function Users() {
  const { t } = useTexts()
  const { name } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const users = usePages<User>(['list', 'users'], '/users', {})
  const { pages, rows } = users
  const user = rows.find(row => row.name === name)

  useEffect(() => {
    // The API has users as a list only, so one who is named in the address is looked for in its pages.
    if (name !== undefined && user === undefined && pages.hasNextPage && !pages.isFetchingNextPage) {
      void pages.fetchNextPage()
    }
  }, [name, user, pages])

  const columns: Column<User>[] = [
    {
      head: t('masters.user'),
      cell: row => <Named to={`${ROOM}/${segment(row.name)}`} record={{ code: row.name, name: row.name }} search="" />,
    },
    { head: t('masters.role'), cell: row => t(`shell.role.${row.role}`) },
    { head: t('masters.since'), cell: row => <Ago at={row.createdAt} />, wide: true },
    {
      head: t('masters.state'),
      cell: row => !row.active && <StateChip state="gone">{t('masters.userClosed')}</StateChip>,
    },
  ]
  const close = () => void navigate(ROOM)
  return (
    <>
      <MastersHead tab="users" actions={!pages.error && <NewButton>{t('masters.newUser')}</NewButton>} />
      <RecordList
        pages={users}
        columns={columns}
        keyOf={row => row.name}
        label={t('masters.tab.users')}
        empty={t('masters.noUsers')}
      />
      {params.get('new') === '1' && <UserDrawer user={null} close={close} />}
      {user !== undefined && <UserDrawer key={user.name} user={user} close={close} />}
      {name !== undefined && user === undefined && pages.isSuccess && !pages.hasNextPage && (
        <p role="alert">{t('masters.noSuchUser', { name })}</p>
      )}
    </>
  )
}
