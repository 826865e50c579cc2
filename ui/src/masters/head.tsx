// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconDownload, IconPlus, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { address } from '../api/client'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'
import { useMe } from '../shell/session'
import type { Room } from './model'

const TABS = [
  { key: 'items', to: '/masters/items', needs: 'read' },
  { key: 'places', to: '/masters/places', needs: 'read' },
  { key: 'partners', to: '/masters/partners', needs: 'read' },
  { key: 'users', to: '/masters/users', needs: 'users' },
  { key: 'tokens', to: '/masters/tokens', needs: 'tokens' },
  { key: 'imports', to: '/imports', needs: 'import' },
] as const

export type Tab = (typeof TABS)[number]['key']

/** The head of a list of masters: the tabs, what can be done, and what the list is narrowed to. */
export function MastersHead({ tab, actions }: { tab: Tab; actions?: ReactNode }) {
  const { t } = useTexts()
  const { may } = useMe()
  const { pathname } = useLocation()
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the tabs do not fit beside one another; the one that is open is to be seen.
    const open = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (open && tabs.current) {
      tabs.current.scrollLeft = open.offsetLeft - tabs.current.clientWidth / 2
    }
  }, [])
  return (
    <>
      <PageHead title={t(`masters.tab.${tab}`)} over={t('shell.to.masters')} actions={actions} />
      <nav ref={tabs} className="tabs no-print" aria-label={t('shell.to.masters')}>
        {TABS.filter(({ needs }) => may.includes(needs)).map(({ key, to }) => (
          <Link key={key} to={to} aria-current={pathname.startsWith(to) ? 'page' : undefined}>
            {t(`masters.tab.${key}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}

/** The address of the list as it is narrowed now, with other parameters beside. */
export function useListAddress(path: string): (more?: Record<string, string>) => string {
  const [params] = useSearchParams()
  return more => address(path, { q: params.get('q'), view: params.get('view'), ...more })
}

/** What can be done with a list of records: take it away as a file, and add to it. */
export function RecordActions({ room, q, newTitle }: { room: Room; q: string; newTitle: string }) {
  const mayChange = useMe().may.includes('masters')
  return (
    <>
      <ExportMenu room={room} q={q} />
      {mayChange && <NewButton>{newTitle}</NewButton>}
    </>
  )
}

export function NewButton({ children }: { children: string }) {
  const { pathname } = useLocation()
  const to = useListAddress(pathname)
  return (
    <Button component={Link} to={to({ new: '1' })} leftSection={<IconPlus size={16} />}>
      {children}
    </Button>
  )
}

/** The list as a file, narrowed as it is seen. */
function ExportMenu({ room, q }: { room: Room; q: string }) {
  const { t } = useTexts()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('masters.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address(`/api/v1/${room}.xlsx`, { q })} download>
          {t('masters.xlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={address(`/api/v1/${room}.csv`, { q })} download>
          {t('masters.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const PAUSE_MS = 250

/** What the list is narrowed to; it stands in the address. */
export function Search({ label }: { label: string }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  const narrow = useDebouncedCallback((wanted: string) => {
    setParams(
      now => {
        const next = new URLSearchParams(now)
        if (wanted.trim() === '') {
          next.delete('q')
        } else {
          next.set('q', wanted.trim())
        }
        return next
      },
      { replace: true },
    )
  }, PAUSE_MS)
  const change = (wanted: string) => {
    setText(wanted)
    narrow(wanted)
  }
  return (
    <TextInput
      className="list-search no-print"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? undefined : (
          <CloseButton size="sm" onClick={() => change('')} aria-label={t('masters.clearSearch')} />
        )
      }
      value={text}
      onChange={e => change(e.currentTarget.value)}
      spellCheck={false}
    />
  )
}
