// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconCalculator, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { PairsField } from '../masters/rows-field'
import { Line } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { ofStep } from '../parts/step-faults'
import type { Seed as TraceSeed } from '../trace/question'
import { SeedBox } from '../trace/seed-box'
import type { Recall } from './model'
import { Numbers } from './preview'
import { SeedRows } from './seed-rows'
import { draftOf, questionOf } from './seeds'
import { useStep } from './use-recalls'
import { askable, costsOf, type Drafts, nextName, useDrafts, useNumbers, VARIANTS_MAX, type Variant } from './variants'

const POINTERS = /^(\/questions\/\d+)?\/question\/seeds\/\d+(\/|$)|^\/(unitCosts|currency)/

const BLANK = { direction: 'forward' as const, seed: {}, policy: {} }

/** Puts the question of the scope together: up to four of them beside each other, and the one that is asked. */
export function ScopeBuilder({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const [drafts, setDrafts] = useDrafts(recall)
  const [shown, setShown] = useState(0)
  const numbers = useNumbers()
  const asked = useStep(recall.number)
  const { variants } = drafts
  const n = Math.min(shown, variants.length - 1)
  const variant = variants[n]
  const error = asked.error ?? ofStep(numbers.error)
  const ready = askable(drafts)

  const edit = (next: Drafts) => {
    setDrafts(next)
    numbers.reset()
  }
  const setVariant = (next: Variant) =>
    edit({ ...drafts, variants: variants.map(one => (one.key === next.key ? next : one)) })
  const add = () => {
    const copy = { key: uuid7(), name: nextName(variants), seeds: (variant?.seeds ?? []).map(copied) }
    edit({ ...drafts, variants: [...variants, copy] })
    setShown(variants.length)
  }
  const ask = (one: Variant) => {
    const unitCosts = Object.fromEntries(costsOf(drafts).map(({ item, cost }) => [item, cost]))
    const costs = Object.keys(unitCosts).length === 0 ? {} : { unitCosts, currency: drafts.currency }
    void asked.take({ type: 'ask', question: questionOf(one.seeds, recall.question), ...costs })
  }
  if (variant === undefined) {
    return null
  }
  // A refusal of the step names the question by itself, one of the numbers names which of them it is.
  const before = asked.error === null ? `/questions/${n}` : ''
  const faults = faultsOf(error)
  const answer = numbers.data
  return (
    <Card title={t('recalls.builder')}>
      <p className="muted recall-words">{t('recalls.builderHow')}</p>
      <div className="recall-variants no-print">
        <fieldset className="toggles">
          <legend className="hidden-words">{t('recalls.variants')}</legend>
          {variants.map((one, i) => (
            <button key={one.key} type="button" className="toggle" aria-pressed={i === n} onClick={() => setShown(i)}>
              {t('recalls.variant', { name: one.name })}
            </button>
          ))}
        </fieldset>
        {variants.length < VARIANTS_MAX && (
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('recalls.addVariant')}
          </Button>
        )}
        {variants.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('masters.takeOut', { name: variant.name })}
            onClick={() => edit({ ...drafts, variants: variants.filter(one => one.key !== variant.key) })}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      <div className="recall-builder">
        {variants.length > 1 && (
          <TextInput
            size="md"
            label={t('recalls.variantName')}
            value={variant.name}
            maxLength={60}
            onChange={e => setVariant({ ...variant, name: e.currentTarget.value })}
          />
        )}
        <div>
          <SeedBox
            question={BLANK}
            onSeed={(seed: TraceSeed) => setVariant({ ...variant, seeds: [...variant.seeds, draftOf(seed)] })}
          />
        </div>
        <SeedRows
          key={variant.key}
          seeds={variant.seeds}
          empty={answer?.scopes[n]?.preview.emptySeeds ?? []}
          fault={pointer => faults(before + pointer)}
          onChange={seeds => setVariant({ ...variant, seeds })}
        />
        <details className="recall-narrow" open={drafts.costs.length > 0 || undefined}>
          <summary>{t('recalls.costs')}</summary>
          <PairsField
            legend={t('recalls.unitCosts')}
            names={t('trace.item')}
            values={t('recalls.cost')}
            add={t('recalls.addCost')}
            pairs={drafts.costs}
            fault={(i, which) => faults(`/unitCosts/${i}/${which === 'name' ? 'item' : 'cost'}`)}
            onChange={costs => edit({ ...drafts, costs })}
            decimal
          />
          <Line
            label={t('recalls.currency')}
            value={drafts.currency}
            error={faults('/currency')}
            onChange={currency => edit({ ...drafts, currency: currency.toUpperCase() })}
          />
        </details>
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <div className="form-buttons">
          <Button
            variant="default"
            size="md"
            leftSection={<IconCalculator size={18} aria-hidden />}
            disabled={!ready}
            loading={numbers.isPending}
            onClick={() => numbers.mutate({ drafts, like: recall.question })}
          >
            {t('recalls.showNumbers')}
          </Button>
          <Button size="md" disabled={!ready} loading={asked.busy} onClick={() => ask(variant)}>
            {variants.length === 1 ? t('recalls.do.askThis') : t('recalls.do.askVariant', { name: variant.name })}
          </Button>
        </div>
        {answer !== undefined && <Numbers answer={answer} />}
      </div>
    </Card>
  )
}

const copied = (seed: Variant['seeds'][number]) => ({ ...seed, key: uuid7() })
