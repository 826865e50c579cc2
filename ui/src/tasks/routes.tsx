// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { Route, Routes } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'
import { coming } from '../shell/coming'
import { NotFound } from '../shell/not-found'
import { useMayRecord, useMe } from '../shell/session'

const Tiles = coming(() => import('./tiles'))
const Outbox = coming(() => import('../outbox/page'))

/** Each task with the acts of which somebody must be allowed to record one. */
const TASKS = [
  { path: 'receive', acts: ['receive'], Page: coming(() => import('./receive')) },
  { path: 'move', acts: ['move'], Page: coming(() => import('./move')) },
  { path: 'make', acts: ['produce'], Page: coming(() => import('./make')) },
  { path: 'install', acts: ['install', 'remove'], Page: coming(() => import('./install')) },
  { path: 'pack', acts: ['pack', 'unpack'], Page: coming(() => import('./pack')) },
  { path: 'ship', acts: ['ship'], Page: coming(() => import('./ship')) },
  { path: 'return', acts: ['return'], Page: coming(() => import('./return')) },
  { path: 'count', acts: ['count'], Page: coming(() => import('./count')) },
  { path: 'scrap', acts: ['scrap'], Page: coming(() => import('./scrap')) },
  { path: 'hold', acts: ['hold', 'release'], Page: coming(() => import('./hold')) },
] as const

export function preload(path: string) {
  const task = path.split('/')[2] ?? ''
  return (TASKS.find(one => one.path === task)?.Page ?? Tiles).preload(path)
}

export default function TaskRoutes() {
  // A draft belongs to one user: when another signs in over the page, the page begins anew with theirs.
  const { user } = useMe()
  return (
    <Routes key={user}>
      <Route index element={<Tiles />} />
      <Route path="outbox" element={<Outbox />} />
      {TASKS.map(({ path, acts, Page }) => (
        <Route
          key={path}
          path={path}
          element={
            <Allowed acts={acts}>
              <Page />
            </Allowed>
          }
        />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

function Allowed({ acts, children }: { acts: readonly string[]; children: ReactNode }) {
  const { t } = useTexts()
  const may = useMayRecord()
  return acts.some(act => may(act)) ? (
    children
  ) : (
    <>
      <PageHead title={t('shell.navigation')} />
      <Empty title={t('tasks.mayNot')}>{t('tasks.mayNotWhy')}</Empty>
    </>
  )
}
