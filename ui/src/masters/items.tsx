// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { trackingName } from './facts'
import { ITEM_FORM } from './item-form'
import { MasterPage } from './master-list'

/** What is made, bought and sold. */
export function Items() {
  const { t } = useTexts()
  return (
    <MasterPage
      form={ITEM_FORM}
      columns={[
        { head: t('masters.field.tracking'), cell: item => trackingName(item.tracking, t), wide: true },
        { head: t('masters.field.unit'), cell: item => item.unit, wide: true },
        { head: t('masters.field.gtin'), cell: item => (item.gtin ? <Code>{item.gtin}</Code> : null), wide: true },
      ]}
      newTitle={t('masters.newItem')}
      none={t('masters.noItems')}
    />
  )
}
