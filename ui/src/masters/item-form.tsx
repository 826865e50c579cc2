// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Autocomplete, NumberInput, Select } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { PartnerField } from '../tasks/fields'
import { type CodeRow, CodesField, codeRow, codesOf } from './codes-field'
import { trackingName } from './facts'
import { type LinkRow, LinksField, linkRow, linksOf } from './links-field'
import { INSPECTION_RULES, type Item, TRACKINGS, type Tracking } from './model'
import { AttributesField, CodeField, NameField, ScannedField } from './record-fields'
import { attributesOf, isBlank, type Pair, PairsField, pair, pairsOf } from './rows-field'
import type { FieldsOf, Form } from './use-editor'

export type ItemDraft = {
  code: string
  name: string
  tracking: Tracking
  unit: string
  decimals: string
  units: Pair[]
  gtin: string
  codes: CodeRow[]
  links: LinkRow[]
  issuer: string
  shelfLifeDays: string
  inspection: string
  attributes: Pair[]
  active: boolean
}

export const ITEM_FORM: Form<Item, ItemDraft> = {
  room: 'items',
  blank: {
    code: '',
    name: '',
    tracking: 'lot',
    unit: 'EA',
    decimals: '0',
    units: [],
    gtin: '',
    codes: [],
    links: [],
    issuer: '',
    shelfLifeDays: '',
    inspection: '',
    attributes: [],
    active: true,
  },
  draftOf: item => ({
    code: item.code,
    name: item.name,
    tracking: item.tracking,
    unit: item.unit,
    decimals: String(item.decimals),
    units: item.units.map(({ unit, factor }) => pair(unit, factor)),
    gtin: item.gtin ?? '',
    codes: (item.codes ?? []).map(codeRow),
    links: (item.links ?? []).map(linkRow),
    issuer: item.issuer ?? '',
    shelfLifeDays: item.shelfLifeDays === undefined ? '' : String(item.shelfLifeDays),
    inspection: item.inspection ?? '',
    attributes: pairsOf(item.attributes),
    active: item.active,
  }),
  bodyOf: draft => ({
    code: draft.code.trim(),
    name: draft.name.trim() || undefined,
    tracking: draft.tracking,
    unit: draft.unit.trim() || undefined,
    decimals: draft.decimals === '' ? undefined : Number(draft.decimals),
    units: draft.units
      .filter(one => !isBlank(one))
      .map(({ name, value }) => ({ unit: name.trim(), factor: value.trim() })),
    gtin: draft.gtin.trim() || undefined,
    codes: codesOf(draft.codes),
    links: linksOf(draft.links),
    issuer: draft.issuer || undefined,
    shelfLifeDays: draft.shelfLifeDays === '' ? undefined : Number(draft.shelfLifeDays),
    inspection: draft.tracking === 'none' ? undefined : draft.inspection || undefined,
    attributes: attributesOf(draft.attributes),
    active: draft.active,
  }),
  Fields: ItemFields,
  pointers:
    /^\/(code|name|tracking|unit|decimals|gtin|issuer|shelfLifeDays|inspection|attributes|units\/\d+\/(unit|factor)|codes(\/\d+\/(scheme|value|contains))?|links(\/\d+\/(type|href|title|language|level))?)$/,
  scanned: ({ gtin }) => (gtin === undefined ? null : { gtin }),
}

/** Units that most things are counted in: UN/ECE Recommendation 20. */
const UNITS = ['EA', 'KGM', 'GRM', 'LTR', 'MLT', 'MTR', 'MTK', 'TNE']

function ItemFields(props: FieldsOf<ItemDraft>) {
  const { draft, edit, fault } = props
  const { t } = useTexts()
  const shownUnits = draft.units.filter(one => !isBlank(one))
  return (
    <>
      <CodeField {...props} />
      <NameField {...props} />
      <Select
        size="md"
        label={t('masters.field.tracking')}
        description={t('masters.fixedLater')}
        data={TRACKINGS.map(value => ({ value, label: trackingName(value, t) }))}
        value={draft.tracking}
        error={fault('/tracking')}
        allowDeselect={false}
        onChange={value => edit({ tracking: TRACKINGS.find(known => known === value) ?? draft.tracking })}
      />
      <div className="form-two">
        <Autocomplete
          size="md"
          label={t('masters.field.unit')}
          description={t('masters.fixedLater')}
          data={UNITS}
          value={draft.unit}
          error={fault('/unit')}
          onChange={unit => edit({ unit })}
        />
        <NumberInput
          size="md"
          label={t('masters.field.decimals')}
          description={t('masters.decimalsHow')}
          value={draft.decimals}
          error={fault('/decimals')}
          min={0}
          max={9}
          allowDecimal={false}
          onChange={decimals => edit({ decimals: String(decimals) })}
        />
      </div>
      <PairsField
        legend={t('masters.field.units')}
        description={t('masters.unitsHow', { unit: draft.unit || 'EA' })}
        names={t('masters.otherUnit')}
        values={t('masters.factor')}
        add={t('masters.addUnit')}
        pairs={draft.units}
        onChange={units => edit({ units })}
        fault={(n, which) => {
          const at = draft.units[n] === undefined ? -1 : shownUnits.indexOf(draft.units[n])
          return at < 0 ? undefined : fault(`/units/${at}/${which === 'name' ? 'unit' : 'factor'}`)
        }}
        decimal
      />
      <div className="form-two">
        <ScannedField
          label={t('masters.field.gtin')}
          value={draft.gtin}
          error={fault('/gtin')}
          onChange={gtin => edit({ gtin })}
        />
        <NumberInput
          size="md"
          label={t('masters.field.shelfLifeDays')}
          description={t('masters.shelfLifeHow')}
          value={draft.shelfLifeDays}
          error={fault('/shelfLifeDays')}
          min={0}
          allowDecimal={false}
          onChange={days => edit({ shelfLifeDays: String(days) })}
        />
      </div>
      {draft.tracking !== 'none' && (
        <Select
          size="md"
          label={t('masters.field.inspection')}
          description={t('masters.inspectionHow')}
          data={[
            { value: '', label: t('masters.inspection.none') },
            ...INSPECTION_RULES.map(value => ({ value, label: t(`masters.inspection.${value}`) })),
          ]}
          value={draft.inspection}
          error={fault('/inspection')}
          allowDeselect={false}
          onChange={inspection => edit({ inspection: inspection ?? '' })}
        />
      )}
      <CodesField rows={draft.codes} unit={draft.unit} onChange={codes => edit({ codes })} fault={fault} />
      <PartnerField
        label={t('masters.field.issuer')}
        description={t('masters.issuerHow')}
        value={draft.issuer}
        error={fault('/issuer')}
        onChange={issuer => edit({ issuer })}
      />
      <LinksField rows={draft.links} onChange={links => edit({ links })} fault={fault} />
      <AttributesField {...props} />
    </>
  )
}
