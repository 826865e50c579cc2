// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

let open = false

/** Whether the camera is open. It stays so from page to page until somebody closes it. */
export const camera = {
  set: (wanted: boolean) => {
    open = wanted
    for (const listener of listeners) {
      listener()
    }
  },
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useCameraIsOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open)
}
