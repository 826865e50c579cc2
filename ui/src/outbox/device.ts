// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Draft } from '../tasks/draft'
import type { Waiting } from './waiting'

interface Device extends DBSchema {
  drafts: { key: string; value: Draft }
  outbox: { key: number; value: Waiting }
}

let opened: Promise<IDBPDatabase<Device>> | null = null

/** What is kept on this device: drafts, and acts that are finished and not recorded yet. */
export function device(): Promise<IDBPDatabase<Device>> {
  opened ??= openDB<Device>('gozinto', 2, {
    upgrade(database, before) {
      if (before < 1) {
        database.createObjectStore('drafts')
      }
      database.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true })
    },
    // Another tab has a newer program: it must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase | null)?.close(),
    terminated: () => {
      opened = null
    },
  })
  opened.catch(() => {
    opened = null
  })
  return opened
}
