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
import { App } from './shell/app'
import { SessionProvider } from './shell/session'
import { theme, variables } from './theme/theme'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('The page has no root.')
}

await startLanguage()
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={questions}>
        <BrowserRouter>
          <SessionProvider>
            <App />
          </SessionProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
