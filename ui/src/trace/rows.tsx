// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'

const STEP = 100

/** The first rows of a table that may have thousands; more of them on demand, all of them on paper as far as shown. */
export function FirstRows<T>(props: {
  rows: readonly T[]
  step?: number
  children: (rows: readonly T[]) => ReactNode
}) {
  const { rows, step = STEP, children } = props
  const { t } = useTexts()
  const [shown, setShown] = useState(step)
  return (
    <>
      {children(rows.slice(0, shown))}
      {rows.length > shown && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setShown(shown + step * 10)}>
          {t('trace.moreRows', { n: count(rows.length - shown) })}
        </Button>
      )}
    </>
  )
}

const VIRTUAL = ['outside', 'scrap', 'adjustment', 'unknown'] as const

/** A place or partner of which only the code is known; looking it up leads to the right page. */
export function AnyPlace({ code, name }: { code: string; name?: string }) {
  const { t } = useTexts()
  const virtual = VIRTUAL.find(place => place === code)
  if (virtual !== undefined) {
    return <span>{t(`trace.place.${virtual}`)}</span>
  }
  const text = name !== undefined && name !== code ? name : null
  return (
    <Link to={`/lookup?code=${encodeURIComponent(code)}`} title={text === null ? undefined : code}>
      {text ?? <Code>{code}</Code>}
    </Link>
  )
}
