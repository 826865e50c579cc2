// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { pathOf, TABS, type Tab } from './addresses'

/** The parts of the room. */
export function CareTabs({ open }: { open: Tab }) {
  const { t } = useTexts()
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the tabs do not fit beside one another; the one that is open is to be seen.
    const chosen = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (chosen && tabs.current) {
      tabs.current.scrollLeft = chosen.offsetLeft - tabs.current.clientWidth / 2
    }
  }, [])
  return (
    <nav ref={tabs} className="tabs no-print" aria-label={t('shell.to.care')}>
      {TABS.map(tab => (
        <Link key={tab} to={pathOf(tab)} aria-current={tab === open ? 'page' : undefined}>
          {t(`care.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
