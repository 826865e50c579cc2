// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Select, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTexts } from '../i18n/texts'
import { FIELDS, GROUPS, RESETS, type Reset } from './fields'
import type { Kind } from './model'
import { inserted } from './parts'
import { SamplesOf } from './samples'
import { useSamples } from './use-numbering'

/** The template of one kind: what is typed, what can be put in, and what it makes. */
export function TemplateField(props: {
  item: string
  kind: Kind
  template: string
  reset: string
  change: (patch: { template?: string; reset?: string }) => void
  fault: (field: 'template' | 'reset') => string | undefined
}) {
  const { item, kind, template, reset, change, fault } = props
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const samples = useSamples(item, kind, template, reset)

  const insert = (field: string) => {
    const box = input.current
    const from = box?.selectionStart ?? template.length
    const { text, cursor } = inserted(template, field, from, box?.selectionEnd ?? from)
    change({ template: text })
    // After the text is drawn the cursor goes on behind what was put in.
    window.setTimeout(() => {
      box?.focus()
      box?.setSelectionRange(cursor, cursor)
    })
  }
  return (
    <fieldset className="numbering-kind">
      <legend>{t(`numbering.kind.${kind}`)}</legend>
      <div className="numbering-template">
        <TextInput
          ref={input}
          size="md"
          label={t('numbering.template')}
          description={t('numbering.templateHow')}
          value={template}
          error={fault('template')}
          onChange={e => change({ template: e.currentTarget.value })}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          classNames={{ input: 'code' }}
        />
        <Select
          size="md"
          label={t('numbering.reset')}
          description={t('numbering.resetHow')}
          data={RESETS.map(value => ({ value, label: t(`numbering.resets.${value}`) }))}
          value={reset}
          error={fault('reset')}
          allowDeselect={false}
          onChange={value => change({ reset: RESETS.find(known => known === value) ?? reset })}
        />
      </div>
      <details>
        <summary>{t('numbering.fields')}</summary>
        {GROUPS.map(group => (
          <fieldset key={group} className="numbering-chips">
            <legend className="muted small">{t(`numbering.group.${group}`)}</legend>
            {FIELDS[group].map(({ field, word }) => (
              <Button key={field} variant="default" size="compact-sm" onClick={() => insert(field)}>
                <span className="code">{field}</span>
                <span className="muted small numbering-chip-word">{t(`numbering.means.${word}`)}</span>
              </Button>
            ))}
          </fieldset>
        ))}
      </details>
      {template.trim() !== '' && <SamplesOf samples={samples} template={template} reset={reset as Reset} />}
    </fieldset>
  )
}
