// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { UnitSummary } from '../api/model'
import { UnitBalance } from './unit-balance'
import { UnitSiblings } from './unit-siblings'

/** What is worked out at the reader's word; it loads by itself, so that the page need not wait for it. */
export default function UnitAsked({ unit }: { unit: UnitSummary }) {
  return (
    <>
      {unit.kind !== 'container' && <UnitBalance unit={unit} />}
      {(unit.kind === 'lot' || unit.kind === 'serial') && <UnitSiblings unit={unit} />}
    </>
  )
}
