// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { moment } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { type Policy, type PolicyKey, type Question, settings } from './question'
import { KnownAt, When } from './when'

/** Every choice of the policy, in the words of the API; the first is what counts when nothing is said. */
const CHOICES = {
  hosts: ['now', 'asBuilt', 'ever'],
  precision: ['window', 'order', 'lot', 'unit'],
  stop: ['nowhere', 'shipment', 'consumer'],
  contents: ['ever', 'now'],
} as const

type ChoiceKey = keyof typeof CHOICES

/** What was known when, and how the trace is to be followed. Closed it says what holds. */
export function More({
  question,
  onAsk,
  asks,
}: {
  question: Question
  onAsk: (next: Question) => void
  asks: boolean
}) {
  const { t } = useTexts()
  const [policy, setPolicy] = useState<Policy>(question.policy)
  const set = (key: PolicyKey, value: string) => setPolicy({ ...policy, [key]: value || undefined })
  const byContainer = question.seed.container !== undefined
  const choices: ChoiceKey[] = byContainer ? ['hosts', 'precision', 'stop', 'contents'] : ['hosts', 'precision', 'stop']

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk({ ...question, policy: clean(policy) })
  }
  return (
    <details className="trace-more">
      <summary>
        {t('trace.more')} <span className="muted small">{useWords(question.policy)}</span>
      </summary>
      <form onSubmit={submit} className="trace-fields">
        <When
          label={t('trace.asOf')}
          hint={t('trace.asOfHow')}
          value={policy.asOf ?? ''}
          onChange={at => set('asOf', at)}
        />
        <KnownAt value={policy.knownAt ?? ''} onChange={at => set('knownAt', at)} />
        {choices.map(key => (
          <Choice key={key} name={key} value={policy[key]} onChange={value => set(key, value)} />
        ))}
        {!byContainer && (
          <>
            <Words name="place" policy={policy} onChange={set} />
            <Words name="document" policy={policy} onChange={set} />
          </>
        )}
        <Words name="killSteps" policy={policy} onChange={set} />
        <Checkbox
          label={t('trace.amounts')}
          description={t('trace.amountsHow')}
          checked={policy.amounts === 'true'}
          onChange={e => set('amounts', e.currentTarget.checked ? 'true' : '')}
          className="trace-check"
        />
        <div className="trace-submit">
          <Button type="submit" size="md" disabled={!asks}>
            {t('trace.ask')}
          </Button>
          <Button variant="default" size="md" disabled={!asks} onClick={() => onAsk({ ...question, policy: {} })}>
            {t('trace.plain')}
          </Button>
        </div>
      </form>
    </details>
  )
}

function clean(policy: Policy): Policy {
  return Object.fromEntries(Object.entries(policy).filter(([, value]) => value?.trim()))
}

function Choice({ name, value, onChange }: { name: ChoiceKey; value?: string; onChange: (value: string) => void }) {
  const { t } = useTexts()
  const [plain] = CHOICES[name]
  return (
    <NativeSelect
      label={t(`trace.policy.${name}`)}
      value={value ?? plain}
      onChange={e => onChange(e.currentTarget.value === plain ? '' : e.currentTarget.value)}
      data={CHOICES[name].map(one => ({ value: one, label: words(t, name, one) }))}
      size="md"
    />
  )
}

function words(t: Texts, name: ChoiceKey, value: string): string {
  switch (name) {
    case 'hosts':
      return t(`trace.hosts.${value as (typeof CHOICES.hosts)[number]}`)
    case 'precision':
      return t(`trace.floor.${value as (typeof CHOICES.precision)[number]}`)
    case 'stop':
      return t(`trace.stop.${value as (typeof CHOICES.stop)[number]}`)
    case 'contents':
      return t(`trace.contents.${value as (typeof CHOICES.contents)[number]}`)
  }
}

function Words(props: {
  name: 'place' | 'document' | 'killSteps'
  policy: Policy
  onChange: (key: PolicyKey, value: string) => void
}) {
  const { name, policy, onChange } = props
  const { t } = useTexts()
  return (
    <TextInput
      label={t(`trace.policy.${name}`)}
      description={t(`trace.how.${name}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={policy[name] ?? ''}
      onChange={e => onChange(name, e.currentTarget.value)}
      spellCheck={false}
      size="md"
    />
  )
}

/** The times and the number of settings in a few words. */
export function useWords(policy: Policy): string {
  const { t } = useTexts()
  const { asOf, knownAt } = policy
  const made = settings(policy)
  return [
    asOf ? t('trace.asOfThen', { at: moment(asOf) }) : t('trace.asOfNow'),
    knownAt === undefined
      ? null
      : /^\d+$/.test(knownAt)
        ? t('trace.knownAtEntry', { seq: knownAt })
        : t('trace.knownAtThen', { at: moment(knownAt) }),
    made > 0 ? t('trace.settings', { count: made }) : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
