// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'

const TABS = ['templates', 'prints', 'printers'] as const

/** The head of a list: the tabs, and what can be done. */
export function LabelsHead({ tab, actions }: { tab: (typeof TABS)[number]; actions?: ReactNode }) {
  const { t } = useTexts()
  const { pathname } = useLocation()
  return (
    <>
      <PageHead title={t(`labels.tab.${tab}`)} over={t('shell.to.labels')} actions={actions} />
      <nav className="tabs no-print" aria-label={t('shell.to.labels')}>
        {TABS.map(key => (
          <Link
            key={key}
            to={`/labels/${key}`}
            aria-current={pathname.startsWith(`/labels/${key}`) ? 'page' : undefined}
          >
            {t(`labels.tab.${key}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}
