// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { roleNames } from './facts'
import { MasterPage } from './master-list'
import { PARTNER_FORM } from './partner-form'

/** Who delivers, buys, makes and carries. */
export function Partners() {
  const { t } = useTexts()
  return (
    <MasterPage
      form={PARTNER_FORM}
      columns={[
        { head: t('masters.field.roles'), cell: partner => roleNames(partner.roles, t), wide: true },
        {
          head: t('masters.field.gln'),
          cell: partner => (partner.gln ? <Code>{partner.gln}</Code> : null),
          wide: true,
        },
      ]}
      newTitle={t('masters.newPartner')}
      none={t('masters.noPartners')}
    />
  )
}
