// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { PageHead } from '../parts/page'

export default function Overview() {
  const { t } = useTranslation()
  return <PageHead title={t('shell.to.overview')} />
}
