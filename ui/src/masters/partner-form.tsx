// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { PARTNER_ROLES, type Partner, type PartnerRole } from './model'
import { AttributesField, CodeField, GlnField, NameField } from './record-fields'
import { attributesOf, type Pair, pairsOf } from './rows-field'
import type { FieldsOf, Form } from './use-editor'

export type PartnerDraft = {
  code: string
  name: string
  roles: PartnerRole[]
  gln: string
  attributes: Pair[]
  active: boolean
}

export const PARTNER_FORM: Form<Partner, PartnerDraft> = {
  room: 'partners',
  blank: { code: '', name: '', roles: [], gln: '', attributes: [], active: true },
  draftOf: partner => ({
    code: partner.code,
    name: partner.name,
    roles: partner.roles,
    gln: partner.gln ?? '',
    attributes: pairsOf(partner.attributes),
    active: partner.active,
  }),
  bodyOf: draft => ({
    code: draft.code.trim(),
    name: draft.name.trim() || undefined,
    roles: draft.roles,
    gln: draft.gln.trim() || undefined,
    attributes: attributesOf(draft.attributes),
    active: draft.active,
  }),
  Fields: PartnerFields,
  pointers: /^\/(code|name|gln|attributes|roles\/\d+)$/,
  scanned: ({ gln }) => (gln === undefined ? null : { gln }),
}

function PartnerFields(props: FieldsOf<PartnerDraft>) {
  const { draft, edit, fault } = props
  const { t } = useTexts()
  return (
    <>
      <CodeField {...props} />
      <NameField {...props} />
      <Checkbox.Group
        size="md"
        label={t('masters.field.roles')}
        value={draft.roles}
        error={draft.roles.map((_, n) => fault(`/roles/${n}`)).find(Boolean)}
        onChange={values => edit({ roles: PARTNER_ROLES.filter(role => values.includes(role)) })}
      >
        <div className="acts">
          {PARTNER_ROLES.map(role => (
            <Checkbox size="md" key={role} value={role} label={t(`masters.partnerRole.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <GlnField {...props} />
      <AttributesField {...props} />
    </>
  )
}
