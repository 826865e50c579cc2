// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { ScannerProvider } from '../scan/scanner'
import { Frame } from './frame'
import { NotFound } from './not-found'
import { useSession } from './session'
import { Setup } from './setup'
import { SignIn } from './sign-in'
import { Starting } from './starting'

const Overview = lazy(() => import('../overview/page'))
const Lookup = lazy(() => import('../lookup/routes'))
const Tasks = lazy(() => import('../tasks/routes'))
const Trace = lazy(() => import('../trace/routes'))
const Masters = lazy(() => import('../masters/routes'))
const Settings = lazy(() => import('../settings/routes'))

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
              <Route path="/" element={<Overview />} />
              {['lookup', 'units', 'items', 'places', 'partners', 'entries', 'documents'].map(room => (
                <Route key={room} path={`/${room}/*`} element={<Lookup />} />
              ))}
              <Route path="/tasks/*" element={<Tasks />} />
              <Route path="/trace/*" element={<Trace />} />
              <Route path="/masters/*" element={<Masters />} />
              <Route path="/imports/*" element={<Masters />} />
              <Route path="/settings/*" element={<Settings />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Frame>
        </ScannerProvider>
      )
  }
}
