// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Autocomplete, Button, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBarcode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import type { Found, LookupAnswer } from '../lookup/meaning'
import { numberOf } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { StateChip } from '../parts/state'
import { CameraButton } from '../scan/camera-button'
import { signal } from '../scan/feedback'
import { newest } from '../scan/newest'
import { useScans } from '../scan/scanner'
import { apart } from '../scan/several'
import { type Question, type Seed, seedOf } from './question'

type Suggested = Omit<Found, 'match' | 'unit'> & { id: string }

type Choices = { code: string; seeds: { seed: Seed; found: Found }[] }

const SUGGESTIONS = 8

/** Takes a scan, a paste or typing, and says what the trace begins at. */
export function SeedBox({ question, onSeed }: { question: Question; onSeed: (seed: Seed) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [searched] = useDebouncedValue(text.trim(), 150)
  const [choices, setChoices] = useState<Choices | null>(null)
  const [nothing, setNothing] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const { data, isFetching } = useQuery({
    queryKey: ['trace-suggestions', searched],
    queryFn: ({ signal: stop }) =>
      api.get<{ items: Suggested[] }>('/units', { number: searched, view: 'short', limit: SUGGESTIONS }, stop),
    enabled: searched.length > 1,
  })
  const suggested = new Map(
    (searched.length > 1 ? (data?.items ?? []) : []).map(unit => [labelOf(unit), unit] as const),
  )

  const [asks] = useState(newest)

  const begin = (seed: Seed) => {
    asks()
    setText('')
    setChoices(null)
    setNothing(null)
    onSeed(seed)
  }

  const resolve = async (code: string) => {
    const isNewest = asks()
    setNothing(null)
    setProblem(null)
    setChoices(null)
    try {
      const seeds = seedsOf(await api.get<LookupAnswer>('/lookup', { code: apart(code) }), code)
      if (!isNewest()) {
        return
      }
      const [only] = seeds
      if (only === undefined) {
        setNothing(code)
        signal('wrong')
      } else if (seeds.length === 1) {
        signal('right')
        begin(only.seed)
      } else {
        setChoices({ code, seeds })
      }
    } catch (e) {
      if (isNewest()) {
        setProblem(e)
        signal('wrong')
      }
    }
  }

  useScans(code => void resolve(code))

  return (
    <div className="trace-seed">
      <div className="trace-seed-field">
        <Autocomplete
          label={t('trace.seed')}
          placeholder={t('trace.seedHow')}
          value={text}
          onChange={setText}
          onOptionSubmit={label => {
            const unit = suggested.get(label)
            const seed = unit === undefined ? null : seedOf({ ...unit, match: 'number' })
            if (seed !== null) {
              begin(seed)
            }
          }}
          onKeyDown={e => {
            // Enter on a suggestion chooses it; else what was typed is looked up.
            const chooses = e.currentTarget.getAttribute('aria-activedescendant')
            if (e.key === 'Enter' && text.trim() !== '' && !chooses && !suggested.has(text)) {
              e.preventDefault()
              void resolve(text.trim())
            }
          }}
          data={[...suggested.keys()]}
          filter={({ options }) => options}
          leftSection={<IconBarcode size={18} aria-hidden />}
          rightSection={isFetching ? <Loader size={14} aria-hidden /> : undefined}
          size="md"
          data-takes-scans
          spellCheck={false}
          autoCapitalize="off"
        />
        <CameraButton size={42} />
      </div>
      <div aria-live="polite">
        {nothing !== null && (
          <p className="trace-note">
            <StateChip state="bad">{t('trace.nothing')}</StateChip> {t('trace.nothingWhy', { code: nothing })}
          </p>
        )}
        {problem !== null && <ProblemNotice error={problem} />}
        {choices !== null && <SeedChoices choices={choices} onSeed={begin} />}
      </div>
      <Ambiguity question={question} onSeed={begin} />
    </div>
  )
}

function labelOf(unit: Suggested): string {
  return [numberOf(unit), unit.name ?? unit.item].filter(Boolean).join(' · ')
}

/** All that a trace can begin at; several lots with one supplier's number are one seed. */
export function seedsOf(answer: LookupAnswer, code: string): Choices['seeds'] {
  const seeds = new Map<string, { seed: Seed; found: Found }>()
  for (const found of answer.found.filter(one => !one.near)) {
    const seed = seedOf(found, code)
    if (seed !== null) {
      seeds.set(JSON.stringify(seed), { seed, found })
    }
  }
  return [...seeds.values()]
}

function SeedChoices({ choices, onSeed }: { choices: Choices; onSeed: (seed: Seed) => void }) {
  const { t } = useTexts()
  return (
    <fieldset className="trace-choices">
      <legend className="small">{t('trace.which', { code: choices.code })}</legend>
      {choices.seeds.map(({ seed, found }) => (
        <Button key={JSON.stringify(seed)} variant="default" size="md" onClick={() => onSeed(seed)}>
          {t(`trace.is.${kindOf(seed)}`)} · {found.name ?? found.item ?? found.container}
        </Button>
      ))}
    </fieldset>
  )
}

export function kindOf(seed: Seed): 'container' | 'supplierLot' | 'serial' | 'lot' {
  const kinds = ['container', 'supplierLot', 'serial', 'lot'] as const
  return kinds.find(kind => seed[kind] !== undefined) ?? 'lot'
}

/** A link may name a number without its item; when several items have it, they are offered. */
function Ambiguity({ question, onSeed }: { question: Question; onSeed: (seed: Seed) => void }) {
  const { seed } = question
  const number = seed.item === undefined ? (seed.serial ?? seed.lot) : undefined
  const { data } = useQuery({
    queryKey: ['trace-ambiguity', number],
    queryFn: () => api.get<LookupAnswer>('/lookup', { code: number }),
    enabled: number !== undefined,
  })
  const seeds = data === undefined || number === undefined ? [] : seedsOf(data, number)
  return number !== undefined && seeds.length > 1 ? (
    <SeedChoices choices={{ code: number, seeds }} onSeed={onSeed} />
  ) : null
}
