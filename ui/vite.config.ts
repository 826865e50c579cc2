// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { usedStyles } from './scripts/used-styles'

const server = process.env.GOZINTO_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), usedStyles()],
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    chunkSizeWarningLimit: 700,
    manifest: true,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/openapi.json', '/actuator', '/check'].map(path => [path, { target: server, changeOrigin: false }]),
    ),
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
  },
})
