// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { forgetAll, remembered } from './remembered'

/** What was looked up on this device before, the last one first. */
export function RememberedList() {
  const { t } = useTexts()
  const [all, setAll] = useState(remembered)
  if (all.length === 0) {
    return null
  }
  const forget = () => {
    forgetAll()
    setAll([])
  }
  return (
    <Card
      title={t('lookup.before')}
      aside={
        <Button variant="subtle" size="compact-xs" onClick={forget}>
          {t('lookup.forget')}
        </Button>
      }
    >
      <ul className="lookup-before">
        {all.map(one => (
          <li key={one.path}>
            <Link to={one.path} title={one.detail}>
              <span className="muted small">{t(`lookup.kind.${one.kind}`)}</span>{' '}
              <span className="code">{one.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
