// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Route, Routes } from 'react-router'
import { ScannerProvider } from '../scan/scanner'
import { coming } from './coming'
import { Frame } from './frame'
import { NotFound } from './not-found'
import { useSession } from './session'
import { Setup } from './setup'
import { SignIn } from './sign-in'
import { Starting } from './starting'

const lookup = coming(() => import('../lookup/routes'))
const masters = coming(() => import('../masters/routes'))

/** What is shown below the first word of an address. */
const ROOMS = {
  '': coming(() => import('../overview/page')),
  lookup,
  units: lookup,
  items: lookup,
  places: lookup,
  partners: lookup,
  entries: lookup,
  documents: lookup,
  tasks: coming(() => import('../tasks/routes')),
  trace: coming(() => import('../trace/routes')),
  scopes: coming(() => import('../scopes/routes')),
  recalls: coming(() => import('../recalls/routes')),
  quality: coming(() => import('../quality/routes')),
  care: coming(() => import('../care/routes')),
  masters,
  imports: masters,
  labels: coming(() => import('../labels/routes')),
  numbers: coming(() => import('../numbering/routes')),
  settings: coming(() => import('../settings/routes')),
}

/** Loads what an address shows, so that the first picture is the page itself. */
export async function preload(path: string) {
  const room = Object.entries(ROOMS).find(([name]) => name === (path.split('/')[1] ?? ''))?.[1]
  try {
    await room?.preload(path)
  } catch {
    // The page asks for it again when it is shown, and says so if it cannot be had.
  }
}

/** The pages; those of a room load when they are first opened. Each address is served by the server too. */
export function App() {
  const { state } = useSession()
  if (window.location.pathname === '/setup') {
    return <Setup />
  }
  switch (state.is) {
    case 'unknown':
    case 'unreachable':
      return <Starting unreachable={state.is === 'unreachable'} />
    case 'out':
      return <SignIn />
    case 'in':
    case 'expired':
      return (
        <ScannerProvider>
          <Frame>
            <Routes>
              {Object.entries(ROOMS).map(([name, Room]) => (
                <Route key={name} path={name === '' ? '/' : `/${name}/*`} element={<Room />} />
              ))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Frame>
        </ScannerProvider>
      )
  }
}
