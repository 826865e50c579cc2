// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select, TextInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { PlaceField } from '../tasks/fields'
import { MIXINGS, type Mixing, PLACE_KINDS, type Place, type PlaceKind } from './model'
import { AttributesField, CodeField, GlnField, NameField } from './record-fields'
import { attributesOf, type Pair, pairsOf } from './rows-field'
import type { FieldsOf, Form } from './use-editor'

export type PlaceDraft = {
  code: string
  kind: PlaceKind
  name: string
  parent: string
  mixing: Mixing | ''
  overlap: string
  timeZone: string
  gln: string
  attributes: Pair[]
  active: boolean
}

export const PLACE_FORM: Form<Place, PlaceDraft> = {
  room: 'places',
  blank: {
    code: '',
    kind: 'bin',
    name: '',
    parent: '',
    mixing: '',
    overlap: '',
    timeZone: '',
    gln: '',
    attributes: [],
    active: true,
  },
  draftOf: place => ({
    code: place.code,
    kind: place.kind,
    name: place.name,
    parent: place.parent ?? '',
    mixing: place.mixing ?? '',
    overlap: place.overlap ?? '',
    timeZone: place.timeZone ?? '',
    gln: place.gln ?? '',
    attributes: pairsOf(place.attributes),
    active: place.active,
  }),
  bodyOf: draft => ({
    code: draft.code.trim(),
    kind: draft.kind,
    name: draft.name.trim() || undefined,
    parent: draft.parent || undefined,
    mixing: draft.kind === 'vessel' ? draft.mixing || undefined : undefined,
    overlap: draft.kind === 'vessel' && draft.mixing === 'fifo' ? draft.overlap.trim() || undefined : undefined,
    timeZone: draft.timeZone || undefined,
    gln: draft.gln.trim() || undefined,
    attributes: attributesOf(draft.attributes),
    active: draft.active,
  }),
  Fields: PlaceFields,
  pointers: /^\/(code|kind|name|parent|mixing|overlap|timeZone|gln|attributes)$/,
  scanned: ({ gln }) => (gln === undefined ? null : { gln }),
  // The virtual places always exist and are nobody's to change.
  fixed: place => PLACE_KINDS.every(kind => kind !== place.kind),
}

function PlaceFields(props: FieldsOf<PlaceDraft>) {
  const { draft, edit, fault, isNew } = props
  const { t } = useTexts()
  return (
    <>
      <CodeField {...props} />
      <Select
        size="md"
        label={t('masters.field.kind')}
        data={PLACE_KINDS.map(value => ({ value, label: t(`masters.kind.${value}`) }))}
        value={draft.kind}
        error={fault('/kind')}
        allowDeselect={false}
        disabled={!isNew && draft.kind === 'vessel'}
        description={draft.kind === 'vessel' ? t('masters.vesselHow') : undefined}
        onChange={value => {
          const kind = PLACE_KINDS.find(known => known === value) ?? draft.kind
          edit({ kind, mixing: kind === 'vessel' ? draft.mixing || 'wellMixed' : '' })
        }}
      />
      <NameField {...props} />
      <PlaceField
        label={t('masters.field.parent')}
        description={t('masters.parentHow')}
        value={draft.parent}
        error={fault('/parent')}
        onChange={parent => edit({ parent })}
      />
      {draft.kind === 'vessel' && <VesselFields {...props} />}
      {(draft.kind === 'site' || draft.timeZone !== '') && (
        <Select
          size="md"
          label={t('masters.field.timeZone')}
          description={t('masters.timeZoneHow')}
          data={Intl.supportedValuesOf('timeZone')}
          value={draft.timeZone || null}
          error={fault('/timeZone')}
          searchable
          clearable
          limit={50}
          onChange={value => edit({ timeZone: value ?? '' })}
        />
      )}
      <GlnField {...props} />
      <AttributesField {...props} />
    </>
  )
}

/** How what is in a vessel mixes; fixed once it is made, since draws are traced by it. */
function VesselFields({ draft, edit, fault, isNew }: FieldsOf<PlaceDraft>) {
  const { t } = useTexts()
  return (
    <>
      <Select
        size="md"
        label={t('masters.field.mixing')}
        description={t('masters.mixingHow')}
        data={MIXINGS.map(value => ({ value, label: t(`masters.mixing.${value}`) }))}
        value={draft.mixing || null}
        error={fault('/mixing')}
        allowDeselect={false}
        disabled={!isNew}
        onChange={value => edit({ mixing: MIXINGS.find(known => known === value) ?? '' })}
      />
      {draft.mixing === 'fifo' && (
        <TextInput
          size="md"
          label={t('masters.field.overlap')}
          description={t('masters.overlapHow')}
          value={draft.overlap}
          error={fault('/overlap')}
          inputMode="decimal"
          disabled={!isNew}
          onChange={e => edit({ overlap: e.currentTarget.value })}
        />
      )}
    </>
  )
}
