// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, AppShell, Burger, Modal, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconLogout, IconSearch } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { address } from '../api/client'
import { useTexts } from '../i18n/texts'
import { OutboxChip } from '../outbox/outbox-chip'
import { Waiting } from '../parts/notices'
import { CameraButton } from '../scan/camera-button'
import { useCameraIsOpen } from '../scan/camera-store'
import { isCommand } from '../scan/commands'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart } from '../scan/several'
import './shell.css'
import { destinations, isAt } from './navigation'
import { Outage } from './outage'
import { useMe, useSession } from './session'
import { SignInForm } from './sign-in'
import { Wordmark } from './wordmark'

/** Comes when it is first asked for: it would make everybody's first load larger. */
const Palette = lazy(() => import('./palette'))
const CameraDock = lazy(() => import('../scan/camera-dock'))

/** What is around every page: the ways in, the box that takes anything, and the sign-in when a session ends. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const [open, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { state } = useSession()
  const me = useMe()

  const cameraOpen = useCameraIsOpen()
  const [paletteAsked, setPaletteAsked] = useState(0)
  const askForPalette = () => setPaletteAsked(times => times + 1)
  useHotkeys([['mod+K', askForPalette]], [])
  useHotkeys([['/', askForPalette]])
  useScans(code => {
    if (isCommand(code)) {
      // There is nothing here that it could end or take back.
      return signal('wrong')
    }
    return void navigate(address('/lookup', { code: apart(code) }))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the address changes
  useEffect(close, [pathname, close])

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={0}
    >
      <AppShell.Header className="shell-header no-print">
        <a className="skip" href="#main">
          {t('shell.skip')}
        </a>
        <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
        <Link to="/" className="shell-name" aria-label={`Gozinto · ${t('shell.home')}`}>
          <Wordmark />
        </Link>
        <button type="button" className="shell-box" onClick={askForPalette}>
          <IconSearch size={16} aria-hidden />
          <span className="shell-box-words">{t('shell.box')}</span>
          <kbd>{t('shell.boxKey')}</kbd>
        </button>
        <CameraButton size={36} />
        <OutboxChip />
        <Outage />
      </AppShell.Header>
      <AppShell.Navbar className="shell-nav no-print" aria-label={t('shell.navigation')}>
        {destinations(me).map(group => (
          <ul key={group[0]?.key}>
            {group.map(({ key, to, icon: Icon }) => (
              <li key={key}>
                <Link to={to} aria-current={isAt(pathname, to) ? 'page' : undefined}>
                  <Icon size={18} stroke={1.8} aria-hidden />
                  {t(`shell.to.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
        <SignedIn />
      </AppShell.Navbar>
      <AppShell.Main>
        {cameraOpen && (
          <Suspense fallback={null}>
            <CameraDock />
          </Suspense>
        )}
        <div id="main" className="shell-main" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </div>
      </AppShell.Main>
      {paletteAsked > 0 && (
        <Suspense fallback={null}>
          <Palette asked={paletteAsked} />
        </Suspense>
      )}
      <Modal
        opened={state.is === 'expired'}
        onClose={() => {}}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={t('shell.expired')}
      >
        <p className="muted" style={{ marginTop: 0 }}>
          {t('shell.expiredWhy')}
        </p>
        <SignInForm name={me.user} />
      </Modal>
    </AppShell>
  )
}

function SignedIn() {
  const { t } = useTexts()
  const me = useMe()
  const { signOut } = useSession()
  return (
    <div className="shell-me">
      <div style={{ minWidth: 0, flex: 1 }}>
        <div style={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}>{me.user}</div>
        <div className="muted small">{t(`shell.role.${me.role}`)}</div>
      </div>
      <Tooltip label={t('shell.signOut')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={() => void signOut()}
          aria-label={t('shell.signOut')}
        >
          <IconLogout size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
