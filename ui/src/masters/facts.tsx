// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { type Facts, fields } from './changes'
import {
  CODE_SCHEMES,
  INSPECTION_RULES,
  type Item,
  type ItemCode,
  type ItemLink,
  MIXINGS,
  PARTNER_ROLES,
  type PartnerRole,
  PLACE_KINDS,
  type PlaceKind,
  TRACKINGS,
  type Tracking,
} from './model'

const FIELDS = [
  'code',
  'name',
  'tracking',
  'unit',
  'decimals',
  'units',
  'gtin',
  'codes',
  'links',
  'issuer',
  'shelfLifeDays',
  'inspection',
  'active',
  'kind',
  'parent',
  'mixing',
  'overlap',
  'timeZone',
  'gln',
  'roles',
] as const

const KINDS: readonly PlaceKind[] = [...PLACE_KINDS, 'outside', 'scrap', 'adjustment', 'unknown']

const CODES = new Set(['code', 'gtin', 'gln', 'issuer', 'parent'])

export function fieldName(field: string, t: Texts): string {
  const known = FIELDS.find(name => name === field)
  return known === undefined ? field.replace(/^attributes\./, '') : t(`masters.field.${known}`)
}

export function trackingName(tracking: Tracking, t: Texts): string {
  switch (tracking) {
    case 'none':
      return t('masters.tracking.none')
    case 'lot':
      return t('masters.tracking.lot')
    case 'serial':
      return t('masters.tracking.serial')
    case 'lot+serial':
      return t('masters.tracking.lotSerial')
  }
}

/** Roles of a partner in the reader's words. */
export function roleNames(roles: PartnerRole[], t: Texts): string {
  return roles.map(role => t(`masters.partnerRole.${role}`)).join(', ')
}

function unitsText(units: Item['units'], base: unknown): string {
  return units.map(({ unit, factor }) => `1 ${unit} = ${factor} ${base ?? ''}`.trim()).join(', ')
}

/** The kind of a further number in the reader's words. */
export function schemeName(scheme: string, t: Texts): string {
  const known = CODE_SCHEMES.find(one => one === scheme)
  return known === undefined ? scheme : t(`lookup.scheme.${known}`)
}

/** A further number, with what a package of it holds. */
export function codeText({ scheme, value, contains }: ItemCode, base: unknown, t: Texts): string {
  const holds = contains === undefined ? '' : ` (${t('lookup.holds', { qty: `${contains} ${base ?? ''}`.trim() })})`
  return `${schemeName(scheme, t)} ${value}${holds}`
}

function linkText({ type, href, title, language }: ItemLink): string {
  return [title ?? type, language, href].filter(Boolean).join(' · ')
}

/** A list of a record in the reader's words. */
function listWords(field: string, list: unknown[], record: Facts, t: Texts): string {
  switch (field) {
    case 'roles':
      return roleNames(
        PARTNER_ROLES.filter(role => list.includes(role)),
        t,
      )
    case 'codes':
      return (list as ItemCode[]).map(code => codeText(code, record.unit, t)).join(', ')
    case 'links':
      return (list as ItemLink[]).map(linkText).join(', ')
    default:
      return unitsText(list as Item['units'], record.unit)
  }
}

/** A value of a record in the reader's words. */
function words(field: string, value: unknown, record: Facts, t: Texts): string {
  if (Array.isArray(value)) {
    return listWords(field, value, record, t)
  }
  if (typeof value === 'boolean') {
    return t(value ? 'masters.inUse' : 'masters.closed')
  }
  if (typeof value === 'number') {
    return field === 'shelfLifeDays' ? t('masters.days', { count: value }) : count(value)
  }
  const text = String(value)
  const tracking = field === 'tracking' ? TRACKINGS.find(known => known === text) : undefined
  if (tracking !== undefined) {
    return trackingName(tracking, t)
  }
  const rule = field === 'inspection' ? INSPECTION_RULES.find(known => known === text) : undefined
  if (rule !== undefined) {
    return t(`masters.inspection.${rule}`)
  }
  const mixing = field === 'mixing' ? MIXINGS.find(known => known === text) : undefined
  if (mixing !== undefined) {
    return t(`masters.mixing.${mixing}`)
  }
  const kind = field === 'kind' ? KINDS.find(known => known === text) : undefined
  return kind === undefined ? text : t(`masters.kind.${kind}`)
}

/** One value; nothing is a dash with a word for those who hear the page. */
export function Value({ field, value, record }: { field: string; value: unknown; record: Facts }) {
  const { t } = useTexts()
  if (value === undefined || value === null || value === '') {
    return (
      <span className="muted">
        <span aria-hidden>–</span>
        <span className="hidden-words">{t('masters.nothing')}</span>
      </span>
    )
  }
  const text = words(field, value, record, t)
  return CODES.has(field) ? <Code>{text}</Code> : <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
}

/** A record as it is, for those who read. */
export function RecordFacts({ record }: { record: Facts }) {
  const { t } = useTexts()
  return (
    <dl className="facts">
      {Object.entries(fields(record)).map(([field, value]) => (
        <div key={field}>
          <dt>{fieldName(field, t)}</dt>
          <dd>
            <Value field={field} value={value} record={record} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
