// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTexts } from '../i18n/texts'

const DAY_LENGTH = 10

/** A day, or with a time the instant that it is here. */
export function statedMoment(day: string, time: string): string {
  if (day === '' || time === '') {
    return day
  }
  const at = new Date(`${day}T${time}`)
  return Number.isNaN(at.getTime()) ? day : at.toISOString()
}

/** The day and the time of day, here, of a stated moment. */
export function partsOfMoment(stated: string): { day: string; time: string } {
  const at = new Date(stated)
  if (stated.length <= DAY_LENGTH || Number.isNaN(at.getTime())) {
    return { day: stated.slice(0, DAY_LENGTH), time: '' }
  }
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`,
  }
}

type WhenProps = { label: string; hint?: string; value: string; onChange: (stated: string) => void }

export function When({ label, hint, value, onChange }: WhenProps) {
  const { t } = useTexts()
  const id = useId()
  const { day, time } = partsOfMoment(value)
  return (
    <div className="trace-when">
      <TextInput
        id={id}
        label={label}
        type="date"
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={day}
        onChange={e => onChange(statedMoment(e.currentTarget.value, time))}
        size="md"
      />
      <TextInput
        label={t('trace.time')}
        aria-label={t('trace.timeOf', { what: label })}
        type="time"
        step={1}
        value={time}
        disabled={day === ''}
        onChange={e => onChange(statedMoment(day, e.currentTarget.value))}
        size="md"
      />
    </div>
  )
}

const KNOWN = ['now', 'entry', 'time'] as const

/** What was recorded up to then: an entry, or a moment. */
export function KnownAt({ value, onChange }: { value: string; onChange: (stated: string) => void }) {
  const { t } = useTexts()
  const [by, setBy] = useState<(typeof KNOWN)[number]>(value === '' ? 'now' : /^\d+$/.test(value) ? 'entry' : 'time')
  return (
    <div className="trace-when">
      <NativeSelect
        label={t('trace.knownAt')}
        value={by}
        onChange={e => {
          setBy(KNOWN.find(one => one === e.currentTarget.value) ?? 'now')
          onChange('')
        }}
        data={KNOWN.map(one => ({ value: one, label: t(`trace.known.${one}`) }))}
        size="md"
      />
      {by === 'entry' && (
        <TextInput
          label={t('trace.known.entry')}
          inputMode="numeric"
          value={value}
          onChange={e => onChange(e.currentTarget.value.replace(/\D/g, ''))}
          size="md"
        />
      )}
      {by === 'time' && (
        <When
          label={t('trace.known.time')}
          value={value}
          // What was known on a day is what was known when it ended.
          onChange={stated => onChange(stated.length === DAY_LENGTH ? statedMoment(stated, '23:59:59') : stated)}
        />
      )}
    </div>
  )
}
