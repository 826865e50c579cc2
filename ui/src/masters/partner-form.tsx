// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, TextInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from './faults'
import { PARTNER_ROLES, type Partner, type PartnerRole } from './model'
import { AttributesField, attributesOf, type Pair, pairsOf } from './rows-field'
import type { Form } from './use-editor'

export type PartnerDraft = {
  code: string
  name: string
  roles: PartnerRole[]
  gln: string
  attributes: Pair[]
  active: boolean
}

export const PARTNER_POINTERS = /^\/(code|name|gln|attributes|roles\/\d+)$/

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
}

export function PartnerFields(props: {
  draft: PartnerDraft
  edit: (patch: Partial<PartnerDraft>) => void
  fault: FaultAt
  isNew: boolean
}) {
  const { draft, edit, fault, isNew } = props
  const { t } = useTexts()
  return (
    <>
      {isNew && (
        <TextInput
          size="md"
          label={t('masters.field.code')}
          description={t('masters.codeRule')}
          value={draft.code}
          error={fault('/code')}
          maxLength={64}
          required
          withAsterisk={false}
          onChange={e => edit({ code: e.currentTarget.value })}
          classNames={{ input: 'code' }}
          data-autofocus
        />
      )}
      <TextInput
        size="md"
        label={t('masters.field.name')}
        value={draft.name}
        error={fault('/name')}
        maxLength={200}
        onChange={e => edit({ name: e.currentTarget.value })}
      />
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
      <TextInput
        size="md"
        label={t('masters.field.gln')}
        description={t('masters.scanHow')}
        value={draft.gln}
        error={fault('/gln')}
        inputMode="numeric"
        onChange={e => edit({ gln: e.currentTarget.value })}
        classNames={{ input: 'code' }}
      />
      <AttributesField pairs={draft.attributes} onChange={attributes => edit({ attributes })} fault={fault} />
    </>
  )
}
