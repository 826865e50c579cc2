// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'

export function NotFound() {
  const { t } = useTexts()
  return (
    <>
      <PageHead title={t('shell.notFound')} />
      <div className="card">
        <Empty title={t('shell.notFoundWhy')}>
          <Link to="/">{t('shell.home')}</Link>
        </Empty>
      </div>
    </>
  )
}
