// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { pathOf, TABS, type Tab } from './addresses'

/** The parts of the room. */
export function CareTabs({ open }: { open: Tab }) {
  const { t } = useTexts()
  return (
    <nav className="tabs no-print" aria-label={t('shell.to.care')}>
      {TABS.map(tab => (
        <Link key={tab} to={pathOf(tab)} aria-current={tab === open ? 'page' : undefined}>
          {t(`care.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
