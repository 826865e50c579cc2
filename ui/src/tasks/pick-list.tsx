// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { RecallChips } from '../parts/recalled'
import { StateChip } from '../parts/state'
import { isQuantity, isZero, typedQuantity } from './amounts'
import type { DraftLine } from './draft'
import { ItemField } from './fields'
import type { Pick } from './model'
import { confirms, picksQuery, type Wanted } from './picks'
import { itemOf } from './reading'

/** What is to be taken for an item, row by row; a tap confirms as a scan does. */
export function PickList(props: {
  wanted: Wanted
  from?: string
  lines: DraftLine[]
  onTake: (pick: Pick) => void
  onRemove: () => void
}) {
  const { wanted, from, lines, onTake, onRemove } = props
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(picksQuery(wanted, from))
  return (
    <Card
      title={`${wanted.name} · ${quantity(wanted.qty)} ${data?.unit ?? ''}`}
      aside={
        <ActionIcon variant="subtle" color="gray" size={44} onClick={onRemove} aria-label={t('tasks.ship.unwant')}>
          <IconX size={16} />
        </ActionIcon>
      }
    >
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      <ul className="choices">
        {data?.picks.map(pick => {
          const done = lines.some(line => confirms(line, pick))
          const facts = [
            [...pick.within, pick.place].join(' · '),
            pick.expiry && t('tasks.until', { day: day(pick.expiry) }),
          ]
          return (
            <li key={`${pick.unit}/${pick.place}/${pick.within.join('/')}`}>
              <UnstyledButton className="choice" aria-pressed={done} disabled={done} onClick={() => onTake(pick)}>
                <span className="choice-words">
                  <Code>{pick.serial ?? pick.lot ?? data.item}</Code>
                  <span className="muted small">{facts.filter(Boolean).join(' · ')}</span>
                </span>
                {pick.serial === undefined && (
                  <span className="num">
                    {quantity(pick.qty)} <span className="muted small">{data.unit}</span>
                  </span>
                )}
                {done && <IconCheck size={18} aria-label={t('tasks.ship.confirmed')} />}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {data !== undefined && !isZero(data.short) && (
        <StateChip state="held">{t('tasks.ship.short', { qty: quantity(data.short), unit: data.unit })}</StateChip>
      )}
      {data !== undefined && data.passed.length > 0 && (
        <details>
          <summary className="small muted">{t('tasks.ship.passed', { count: data.passed.length })}</summary>
          <ul className="choices small">
            {data.passed.map(one => (
              <li key={`${one.unit}/${one.place}`} className="choice">
                <span className="choice-words">
                  <Code>{one.serial ?? one.lot ?? data.item}</Code>
                  <RecallChips recalls={one.recalls} />
                  <span className="muted">{one.why.map(why => why.detail).join('; ')}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

/** Says how much of what the customer is to get. */
export function Want({ onWant }: { onWant: (wanted: Wanted) => void }) {
  const { t } = useTexts()
  const [item, setItem] = useState('')
  const [qty, setQty] = useState('')
  const [error, setError] = useState<unknown>(null)
  const typed = typedQuantity(qty)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { code, name } = await itemOf(item)
      onWant({ item: code, name, qty: typed })
      setItem('')
      setQty('')
      setError(null)
    } catch (e) {
      setError(e)
    }
  }

  return (
    <details>
      <summary>{t('tasks.ship.propose')}</summary>
      <form className="asked" onSubmit={e => void submit(e)}>
        <ItemField label={t('tasks.item')} value={item} onChange={setItem} />
        <TextInput
          label={t('tasks.ship.howMuch')}
          inputMode="decimal"
          value={qty}
          onChange={e => setQty(e.currentTarget.value)}
          size="md"
        />
        <Button type="submit" size="md" variant="light" disabled={item === '' || !isQuantity(typed) || isZero(typed)}>
          {t('tasks.ship.add')}
        </Button>
      </form>
      {error !== null && <ProblemNotice error={error} />}
    </details>
  )
}
