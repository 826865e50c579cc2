// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Autocomplete, Select, TextInput } from '@mantine/core'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from './faults'
import { type ItemLink, LINK_LEVELS } from './model'
import { RowsField } from './rows-field'

/** A link while it is being written. */
export type LinkRow = { key: string; type: string; href: string; title: string; language: string; level: string }

export const linkRow = ({ type, href, title = '', language = '', level = 'item' }: ItemLink): LinkRow => ({
  key: JSON.stringify([type, href, language, level]),
  type,
  href,
  title,
  language,
  level,
})

const isBlank = ({ href, title, language }: LinkRow) => [href, title, language].every(text => text.trim() === '')

export function linksOf(rows: LinkRow[]): ItemLink[] {
  return rows
    .filter(row => !isBlank(row))
    .map(({ type, href, title, language, level }) => ({
      type: type.trim(),
      href: href.trim(),
      title: title.trim() || undefined,
      language: language.trim() || undefined,
      level,
    }))
}

/** Words of the GS1 Web Vocabulary that most makers need; any other can be typed. */
const TYPES = [
  'gs1:pip',
  'gs1:defaultLink',
  'gs1:instructions',
  'gs1:safetyInfo',
  'gs1:certificationInfo',
  'gs1:recallStatus',
  'gs1:productSustainabilityInfo',
  'gs1:support',
  'gs1:traceability',
]

type Props = { rows: LinkRow[]; onChange: (rows: LinkRow[]) => void; fault: FaultAt }

/** Where the codes of an item lead those who scan them outside. */
export function LinksField({ rows, onChange, fault }: Props) {
  const { t } = useTexts()
  const sent = rows.filter(row => !isBlank(row))
  const change = (key: string, patch: Partial<LinkRow>) =>
    onChange(rows.map(row => (row.key === key ? { ...row, ...patch } : row)))
  return (
    <RowsField
      legend={t('masters.field.links')}
      description={t('masters.linkHow')}
      fault={fault('/links')}
      add={t('masters.addLink')}
      rows={rows}
      nameOf={row => row.title || row.href}
      onAdd={() =>
        onChange([...rows, { key: uuid7(), type: 'gs1:pip', href: '', title: '', language: '', level: 'item' }])
      }
      onChange={onChange}
    >
      {(row, n) => {
        const at = `/links/${sent.indexOf(row)}`
        const text = (field: 'href' | 'title' | 'language', label: string) => (
          <TextInput
            size="md"
            aria-label={`${label} ${n + 1}`}
            placeholder={label}
            value={row[field]}
            error={fault(`${at}/${field}`)}
            inputMode={field === 'href' ? 'url' : undefined}
            onChange={e => change(row.key, { [field]: e.currentTarget.value })}
          />
        )
        return (
          <div className="link-row">
            {text('href', t('masters.linkHref'))}
            {text('title', t('masters.linkTitle'))}
            <Autocomplete
              size="md"
              aria-label={`${t('masters.linkType')} ${n + 1}`}
              placeholder={t('masters.linkType')}
              data={TYPES}
              value={row.type}
              error={fault(`${at}/type`)}
              onChange={type => change(row.key, { type })}
            />
            <Select
              size="md"
              aria-label={`${t('masters.linkLevel')} ${n + 1}`}
              data={LINK_LEVELS.map(value => ({ value, label: t(`masters.linkLevelOf.${value}`) }))}
              value={row.level}
              error={fault(`${at}/level`)}
              allowDeselect={false}
              onChange={level => change(row.key, { level: level ?? row.level })}
            />
            {text('language', t('masters.linkLanguage'))}
          </div>
        )
      }}
    </RowsField>
  )
}
