// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react'
import { api } from '../api/client'
import type { LookupAnswer } from '../lookup/meaning'
import { apart } from '../scan/several'
import type { UnitRef } from './model'

/** Tells what lot or serial a scan is, one scan after the other; null when it is none that is known. */
export function useMeant() {
  const order = useRef<Promise<unknown>>(Promise.resolve())
  return (code: string, tell: (found: UnitRef | null) => void) => {
    order.current = order.current
      .then(() => api.get<LookupAnswer>('/lookup', { code: apart(code) }))
      .then(answer => tell(answer.found.find(one => !one.near && one.unit !== undefined) ?? null))
      .catch(() => tell(null))
  }
}
