// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { ItemField, PlaceField } from '../tasks/fields'
import { stated } from './job'
import type { About, Element, Template, Values } from './model'
import { Preview } from './preview'
import { keepSample, lastSample } from './sample'
import { usePreview } from './use-labels'

/** What a template is shown with, by the kind of label. */
const ASKED: Record<About, readonly (keyof Values)[]> = {
  unit: ['item', 'lot', 'serial'],
  case: ['item', 'lot', 'qty'],
  pallet: ['container'],
  place: ['place'],
  shelf: ['place', 'item'],
}

/** A template with something real on it; one says what, and the device remembers it. */
export function Sampled(props: {
  template: Template
  /** The template as it is being changed; null when it is as it was kept. */
  draft: Template | null
  marked?: Element
}) {
  const { template, draft, marked } = props
  const { t } = useTexts()
  const { about, widthMm, heightMm } = template
  const [values, setValues] = useState(() => lastSample(about))
  const asked = ASKED[about]
  const change = (patch: Values) => {
    const next = { ...values, ...patch }
    setValues(next)
    keepSample(about, next)
  }
  const label = stated(Object.fromEntries(asked.map(name => [name, values[name]])) as Values)
  const isAsked = Object.keys(label).length > 0
  const preview = usePreview(template.code, isAsked ? label : undefined, draft)
  return (
    <div className="label-sampled">
      {isAsked ? (
        <Preview
          preview={preview}
          widthMm={widthMm}
          heightMm={heightMm}
          alt={t('labels.previewOf', { what: template.name })}
          marked={marked}
        />
      ) : (
        <Empty title={t('labels.sampleAsk')} />
      )}
      <div className="label-two">
        {asked.map(name =>
          name === 'item' ? (
            <ItemField
              key={name}
              label={t('labels.field.item')}
              value={values.item ?? ''}
              onChange={item => change({ item })}
            />
          ) : name === 'place' ? (
            <PlaceField
              key={name}
              label={t('labels.field.place')}
              value={values.place ?? ''}
              onChange={place => change({ place })}
            />
          ) : (
            <TextInput
              key={name}
              size="md"
              label={t(`labels.field.${name}`)}
              value={values[name] ?? ''}
              onChange={e => change({ [name]: e.currentTarget.value })}
              classNames={{ input: 'code' }}
              data-takes-scans
            />
          ),
        )}
      </div>
    </div>
  )
}
