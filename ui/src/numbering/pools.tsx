// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { useNavigate } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'
import { ItemField } from '../tasks/fields'
import { Blocks } from './blocks'

/** The blocks of all items, and the way to the numbers of one. */
export function Pools() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [item, setItem] = useState('')
  const choose = (code: string) => {
    setItem(code)
    if (code !== '') {
      void navigate(`/numbers/${segment(code)}`)
    }
  }
  return (
    <div className="page-parts">
      <PageHead title={t('shell.to.numbers')} over={t('numbering.what')} />
      <div className="number-filters no-print">
        <ItemField label={t('numbering.ofItem')} value={item} onChange={choose} />
      </div>
      <Blocks />
    </div>
  )
}
