// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select, TextInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { PlaceField } from '../tasks/fields'
import type { FaultAt } from './faults'
import { MIXINGS, type Mixing, PLACE_KINDS, type Place, type PlaceKind } from './model'
import { AttributesField, attributesOf, type Pair, pairsOf } from './rows-field'
import type { Form } from './use-editor'

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

export const PLACE_POINTERS = /^\/(code|kind|name|parent|mixing|overlap|timeZone|gln|attributes)$/

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
}

export function PlaceFields(props: {
  draft: PlaceDraft
  edit: (patch: Partial<PlaceDraft>) => void
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
      <TextInput
        size="md"
        label={t('masters.field.name')}
        value={draft.name}
        error={fault('/name')}
        maxLength={200}
        onChange={e => edit({ name: e.currentTarget.value })}
      />
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

/** How what is in a vessel mixes; fixed once it is made, since draws are traced by it. */
function VesselFields(props: {
  draft: PlaceDraft
  edit: (patch: Partial<PlaceDraft>) => void
  fault: FaultAt
  isNew: boolean
}) {
  const { draft, edit, fault, isNew } = props
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
