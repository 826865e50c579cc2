// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { quantity } from '../i18n/formats'

/** An amount with its unit. */
export function Quantity({ qty, unit }: { qty: string; unit?: string }) {
  return (
    <span className="num" style={{ whiteSpace: 'nowrap' }}>
      {quantity(qty)}
      {unit && <span className="muted small"> {unit}</span>}
    </span>
  )
}
