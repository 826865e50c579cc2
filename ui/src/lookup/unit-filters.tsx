// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { ItemField, PlaceField } from '../tasks/fields'
import { type Filter, KINDS, STATES, type UnitQuery } from './unit-query'

/** Keystrokes that follow each other are one question. */
const TYPING_MS = 250

/** Filters that only a link sets; they are shown so that they can be dropped. */
const BY_LINK = ['lot', 'place', 'days', 'recall'] as const satisfies readonly Filter[]

export function UnitFilters({ query, onNarrow }: { query: UnitQuery; onNarrow: (patch: UnitQuery) => void }) {
  const { t } = useTexts()
  return (
    <search className="lookup-filters no-print" aria-label={t('lookup.filters')}>
      <NumberField value={query.number ?? ''} onChange={number => onNarrow({ number })} />
      <Select
        label={t('lookup.filter.state')}
        size="md"
        clearable
        placeholder={t('lookup.any')}
        value={query.state ?? null}
        onChange={state => onNarrow({ state: state ?? undefined })}
        data={STATES.map(state => ({ value: state, label: t(`lookup.state.${state}`) }))}
      />
      <Select
        label={t('lookup.filter.kind')}
        size="md"
        clearable
        placeholder={t('lookup.any')}
        value={query.kind ?? null}
        onChange={kind => onNarrow({ kind: kind ?? undefined })}
        data={KINDS.map(kind => ({ value: kind, label: t(`lookup.kind.${kind}`) }))}
      />
      <ItemField
        label={t('lookup.filter.item')}
        placeholder={t('lookup.any')}
        value={query.item ?? ''}
        onChange={item => onNarrow({ item })}
      />
      <PlaceField
        label={t('lookup.filter.below')}
        placeholder={t('lookup.any')}
        value={query.below ?? ''}
        onChange={below => onNarrow({ below })}
      />
      {BY_LINK.filter(name => query[name] !== undefined).map(name => (
        <span key={name} className="lookup-pill">
          {t(`lookup.filter.${name}`)}: <span className="code">{query[name]}</span>
          <CloseButton size="sm" aria-label={t('lookup.drop')} onClick={() => onNarrow({ [name]: undefined })} />
        </span>
      ))}
    </search>
  )
}

function NumberField({ value, onChange }: { value: string; onChange: (number: string | undefined) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState(value)
  const settled = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), TYPING_MS)
  useEffect(() => setText(value), [value])
  return (
    <TextInput
      label={t('lookup.filter.number')}
      placeholder={t('lookup.any')}
      size="md"
      value={text}
      onChange={e => {
        setText(e.currentTarget.value)
        settled(e.currentTarget.value)
      }}
      maxLength={100}
      spellCheck={false}
      autoCapitalize="off"
      data-takes-scans
    />
  )
}
