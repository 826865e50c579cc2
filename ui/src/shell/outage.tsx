// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useSyncExternalStore } from 'react'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says that this device has no network. */
export function Outage() {
  const { t } = useTexts()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <span role="status">{!online && <StateChip state="held">{t('shell.offline')}</StateChip>}</span>
}
