// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code, placePath } from '../parts/code'

/** Places that every book has; they have a word and no page. */
const VIRTUAL = ['outside', 'scrap', 'adjustment', 'unknown', 'hosts', 'runs'] as const

/** A serial as a place, as the API names it: `SCOOTER serial S-1`. */
const HOST = /^(.+) serial (.+)$/

/**
 * A place, as a link to what can be seen of it: places and partners have pages, containers and hosts are units that
 * are looked up by their number, and runs are words. Movements name no kind; then the name tells.
 */
export function PlaceWord({ code, kind, name }: { code: string; kind?: string; name?: string }) {
  const { t } = useTexts()
  const virtual = VIRTUAL.find(word => word === code)
  if (virtual !== undefined) {
    return <span className="muted">{t(`lookup.place.${virtual}`)}</span>
  }
  const host = HOST.exec(code)
  if (host !== null && (kind === undefined || kind === 'host' || kind === 'container')) {
    const [, item = '', serial = ''] = host
    return (
      <Link className="code" title={item} to={`/lookup?code=${segment(serial)}&of=${segment(item)}`}>
        {serial}
      </Link>
    )
  }
  if (kind === 'container') {
    return (
      <Link className="code" to={`/lookup?code=${segment(code)}`}>
        {code}
      </Link>
    )
  }
  const path = placePath(code, kind)
  const label = name && name !== code ? name : <Code>{code}</Code>
  return path === null ? (
    <span>{label}</span>
  ) : (
    <Link to={path} title={name && name !== code ? code : undefined}>
      {label}
    </Link>
  )
}

/** A place in few characters, for a list; a host by its number alone. */
export function shortPlace(code: string): string {
  return HOST.exec(code)?.[2] ?? code
}
