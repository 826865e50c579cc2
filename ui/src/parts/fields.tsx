// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { currentLanguage } from '../i18n'
import { COUNTRIES, LANGUAGES } from './countries'

type Field = { label: string; description?: string; error?: string }

/** What a field means stands below it, so that fields beside each other begin at one height. */
export const ORDER = ['label', 'input', 'description', 'error'] as const satisfies readonly string[]

/** What was typed, or nothing. */
export const said = (text: string): string | undefined => text.trim() || undefined

type WordsProps = Field & { value: string; onChange: (value: string) => void; rows?: number; focus?: boolean }

/** Some sentences. */
export function Words({ onChange, rows = 3, focus, ...field }: WordsProps) {
  return (
    <Textarea
      size="md"
      inputWrapperOrder={[...ORDER]}
      rows={rows}
      maxLength={10_000}
      onChange={e => onChange(e.currentTarget.value)}
      data-autofocus={focus || undefined}
      {...field}
    />
  )
}

type LineProps = Field & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date' | 'email' | 'url'
  decimal?: boolean
  code?: boolean
  unit?: string
}

/** A line of text, a day or a quantity. */
export function Line({ onChange, type = 'text', decimal, code, unit, ...field }: LineProps) {
  return (
    <TextInput
      size="md"
      inputWrapperOrder={[...ORDER]}
      type={type}
      inputMode={decimal ? 'decimal' : undefined}
      maxLength={500}
      rightSection={unit && <span className="muted small">{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : 52}
      classNames={code ? { input: 'code' } : undefined}
      onChange={e => onChange(e.currentTarget.value)}
      {...field}
    />
  )
}

/** A number of things. */
export function Count(props: Field & { value: number | undefined; onChange: (value: number | undefined) => void }) {
  const { onChange, value, ...field } = props
  return (
    <NumberInput
      size="md"
      inputWrapperOrder={[...ORDER]}
      min={0}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={next => onChange(next === '' ? undefined : Number(next))}
      {...field}
    />
  )
}

/** One of a few words. */
export function Choice<T extends string>(
  props: Field & {
    values: readonly T[]
    word: (value: T) => string
    value: T | undefined
    onChange: (value: T | undefined) => void
    clearable?: boolean
  },
) {
  const { values, word, value, onChange, clearable = false, ...field } = props
  return (
    <Select
      size="md"
      inputWrapperOrder={[...ORDER]}
      data={values.map(one => ({ value: one, label: word(one) }))}
      value={value ?? null}
      onChange={next => onChange(values.find(one => one === next))}
      clearable={clearable}
      allowDeselect={clearable}
      {...field}
    />
  )
}

export function named(codes: readonly string[], type: 'region' | 'language') {
  const names = new Intl.DisplayNames([currentLanguage()], { type })
  return codes
    .map(code => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, currentLanguage()))
}

export function countryName(code: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(code) ?? code
}

export function languageName(code: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(code) ?? code
}

export function CountryField({ value, onChange, ...field }: Field & { value: string; onChange: (v: string) => void }) {
  return (
    <Select
      size="md"
      inputWrapperOrder={[...ORDER]}
      searchable
      clearable
      data={named(COUNTRIES, 'region')}
      value={value || null}
      onChange={code => onChange(code ?? '')}
      {...field}
    />
  )
}

type LanguageProps = Field & {
  value: string
  onChange: (value: string) => void
  without?: readonly string[]
  placeholder?: string
}

export function LanguageField({ value, onChange, without = [], ...field }: LanguageProps) {
  return (
    <Select
      size="md"
      inputWrapperOrder={[...ORDER]}
      searchable
      clearable
      data={named(
        LANGUAGES.filter(code => !without.includes(code)),
        'language',
      )}
      value={value || null}
      onChange={code => onChange(code ?? '')}
      {...field}
    />
  )
}
