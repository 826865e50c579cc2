// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { CloseButton, Select } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { COUNTRIES } from '../parts/countries'
import { countryName, named, ORDER } from '../parts/fields'

/** Any number of countries; none means everywhere. */
export function CountriesField(props: {
  value: readonly string[]
  onChange: (countries: string[]) => void
  error?: string
}) {
  const { value, onChange, error } = props
  const { t } = useTexts()
  return (
    <div>
      <Select
        size="md"
        inputWrapperOrder={[...ORDER]}
        label={t('recalls.field.countries')}
        description={t('recalls.countriesHow')}
        placeholder={t('recalls.addCountry')}
        searchable
        data={named(
          COUNTRIES.filter(code => !value.includes(code)),
          'region',
        )}
        value={null}
        error={error}
        onChange={code => code !== null && onChange([...value, code])}
      />
      {value.length > 0 && (
        <ul className="recall-pills">
          {value.map(code => (
            <li key={code}>
              {countryName(code)}
              <CloseButton
                size="sm"
                aria-label={t('masters.takeOut', { name: countryName(code) })}
                onClick={() => onChange(value.filter(other => other !== code))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
