// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'

export function NotFound() {
  const { t } = useTranslation()
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
