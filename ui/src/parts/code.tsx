// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router'
import { segment } from '../api/client'

/** A number or code as it is printed on things. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>
}

/** A unit by its own number. */
export type Named = {
  unit?: string | number
  id?: string | number
  item?: string
  lot?: string
  serial?: string
  container?: string
}

/** The number that a unit is known by: its serial, its container number, or its lot. */
export function numberOf(named: Named): string {
  return named.serial ?? named.container ?? named.lot ?? named.item ?? ''
}

export function UnitLink({ named }: { named: Named }) {
  const id = named.unit ?? named.id
  const number = numberOf(named)
  return id === undefined ? (
    <Code>{number}</Code>
  ) : (
    <Link className="code" to={`/units/${id}`}>
      {number}
    </Link>
  )
}

const VIRTUAL = new Set(['outside', 'scrap', 'adjustment', 'unknown'])

/** Where a place or partner leads to. Runs, hosts and the virtual places have no page of their own. */
export function placePath(code: string, kind?: string): string | null {
  if (VIRTUAL.has(code) || kind === 'run' || kind === 'host') {
    return null
  }
  return kind === 'partner' ? `/partners/${segment(code)}` : `/places/${segment(code)}`
}

export function PlaceLink({ code, kind, name }: { code: string; kind?: string; name?: string }) {
  const path = placePath(code, kind)
  const text = name && name !== code ? name : null
  const label = text ?? <Code>{code}</Code>
  return path === null ? (
    <span>{label}</span>
  ) : (
    <Link to={path} title={text ? code : undefined}>
      {label}
    </Link>
  )
}

export function ItemLink({ code, name }: { code: string; name?: string }) {
  return (
    <Link to={`/items/${segment(code)}`} title={name ? code : undefined}>
      {name ?? code}
    </Link>
  )
}
