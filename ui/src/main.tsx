// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import '@fontsource-variable/inter/wght.css'
import '@fontsource/ibm-plex-mono/500.css'
import './theme/mantine.css'
import './theme/tokens.css'
import './parts/parts.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { questions } from './api/questions'
import { startLanguage } from './i18n'
import { App, preload } from './shell/app'
import { SessionProvider, whoIsThere } from './shell/session'
import { theme, variables } from './theme/theme'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('The page has no root.')
}

// The screens open without a network from the second visit on; browsers allow it to secure pages only.
if (import.meta.env.PROD && window.isSecureContext && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
}

// All at once: each would otherwise wait for the one before.
const first = whoIsThere()
await Promise.all([startLanguage(), preload(window.location.pathname)])
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={questions}>
        <BrowserRouter>
          <SessionProvider first={first}>
            <App />
          </SessionProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
