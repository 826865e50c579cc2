// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { COUNTRIES } from '../parts/countries'
import { countryName, named, ORDER } from '../parts/fields'
import { ItemField, PartnerField } from '../tasks/fields'

type Props = {
  label: string
  values: readonly string[] | undefined
  onChange: (values: string[]) => void
  description?: string
  error?: string
}

/** What is in a list, each with a button that takes it out. */
function Pills({ values, onChange, word }: Pick<Props, 'values' | 'onChange'> & { word?: (value: string) => string }) {
  const { t } = useTexts()
  return (
    values !== undefined &&
    values.length > 0 && (
      <ul className="care-pills">
        {values.map(value => (
          <li key={value}>
            <span className={word === undefined ? 'code' : undefined}>{word?.(value) ?? value}</span>
            <CloseButton
              size="sm"
              aria-label={t('masters.takeOut', { name: word?.(value) ?? value })}
              onClick={() => onChange(values.filter(other => other !== value))}
            />
          </li>
        ))}
      </ul>
    )
  )
}

const withOne = (values: readonly string[] = [], value: string) =>
  values.includes(value) ? [...values] : [...values, value]

/** Any number of words, such as positions; Enter or a comma ends one, and a list can be pasted. */
export function WordsField({ label, values, onChange, description, error }: Props) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const take = (typed: string) => {
    const more = typed.split(/[,;\n]/).map(one => one.trim())
    const all = more.filter(Boolean).reduce(withOne, [...(values ?? [])])
    if (all.length !== (values ?? []).length) {
      onChange(all)
    }
    setText('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      take(text)
    }
  }
  return (
    <div>
      <TextInput
        size="md"
        inputWrapperOrder={[...ORDER]}
        label={label}
        description={description}
        error={error}
        value={text}
        onChange={e =>
          /[,;]$/.test(e.currentTarget.value) ? take(e.currentTarget.value) : setText(e.currentTarget.value)
        }
        onKeyDown={onKey}
        onBlur={() => take(text)}
        spellCheck={false}
        autoCapitalize="off"
        maxLength={2000}
        rightSectionWidth={72}
        rightSection={
          text.trim() !== '' && (
            <Button variant="subtle" size="compact-sm" tabIndex={-1} onClick={() => take(text)}>
              {t('care.do.add')}
            </Button>
          )
        }
      />
      <Pills values={values} onChange={onChange} />
    </div>
  )
}

/** Any number of items. */
export function ItemsField({ label, values, onChange, description, error }: Props) {
  return (
    <div>
      <ItemField
        key={values?.length ?? 0}
        label={label}
        description={description}
        error={error}
        value=""
        onChange={item => item !== '' && onChange(withOne(values, item))}
      />
      <Pills values={values} onChange={onChange} />
    </div>
  )
}

/** Any number of partners. */
export function PartnersField({ label, values, onChange, description, error }: Props) {
  return (
    <div>
      <PartnerField
        key={values?.length ?? 0}
        label={label}
        description={description}
        error={error}
        value=""
        onChange={partner => partner !== '' && onChange(withOne(values, partner))}
      />
      <Pills values={values} onChange={onChange} />
    </div>
  )
}

/** Any number of countries. */
export function MarketsField({ label, values, onChange, description, error }: Props) {
  const { t } = useTexts()
  return (
    <div>
      <Select
        size="md"
        inputWrapperOrder={[...ORDER]}
        label={label}
        description={description}
        placeholder={t('recalls.addCountry')}
        searchable
        data={named(
          COUNTRIES.filter(code => !values?.includes(code)),
          'region',
        )}
        value={null}
        error={error}
        onChange={code => code !== null && onChange(withOne(values, code))}
      />
      <Pills values={values} onChange={onChange} word={countryName} />
    </div>
  )
}
