// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { Route, Routes } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Messages } from '../parts/messages'
import { PageHead } from '../parts/page'
import { coming } from '../shell/coming'
import { NotFound } from '../shell/not-found'
import { useMe, useSession } from '../shell/session'
import { About } from './about'
import { Device } from './device'
import { Myself } from './myself'
import { Password } from './password'
import './settings.css'
import { Verify } from './verify'

const Scanner = coming(() => import('./device-scanner'))
const Commands = coming(() => import('./device-commands'))

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<Settings />} />
      <Route path="scanner" element={<Scanner />} />
      <Route path="commands" element={<Commands />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** What one can set for oneself and this device; and what the server says of itself. */
function Settings() {
  const { t } = useTexts()
  const { may } = useMe()
  const { signOut } = useSession()
  return (
    <>
      <Messages />
      <PageHead
        title={t('shell.to.settings')}
        actions={
          <Button variant="default" leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {t('shell.signOut')}
          </Button>
        }
      />
      <div className="settings">
        <Device />
        <Myself />
        <Password />
        <About />
        {may.includes('verify') && <Verify />}
      </div>
    </>
  )
}
