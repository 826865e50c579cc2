// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { PairsField } from '../masters/rows-field'
import { Line } from '../parts/fields'
import { StateChip } from '../parts/state'
import { ItemField, PartnerField, PlaceField } from '../tasks/fields'
import {
  FIELDS_OF,
  isWhole,
  NARROWING,
  newSeed,
  numbersOf,
  pointerOf,
  SEED_KINDS,
  type SeedDraft,
  type SeedField,
  seedOf,
} from './seeds'

type Props = {
  seeds: readonly SeedDraft[]
  fault: FaultAt
  /** Seeds that found nothing, by their number. */
  empty: readonly number[]
  onChange: (seeds: SeedDraft[]) => void
}

/** The seeds of a question: each with the fields of its kind, and what narrows it. */
export function SeedRows({ seeds, fault, empty, onChange }: Props) {
  const { t } = useTexts()
  const change = (seed: SeedDraft) => onChange(seeds.map(one => (one.key === seed.key ? seed : one)))
  return (
    <div className="recall-seeds">
      {seeds.map((seed, n) => (
        <fieldset key={seed.key} className="recall-seed">
          <legend>
            {t(`recalls.seed.${seed.kind}`)}{' '}
            {empty.includes(n) && <StateChip state="unknown">{t('recalls.emptySeed')}</StateChip>}
            {!isWhole(seed) && <StateChip state="held">{t('recalls.halfSeed')}</StateChip>}
          </legend>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            className="recall-seed-out"
            aria-label={t('masters.takeOut', { name: numbersOf(seedOf(seed)).join(' ') || String(n + 1) })}
            onClick={() => onChange(seeds.filter(other => other.key !== seed.key))}
          >
            <IconX size={16} />
          </ActionIcon>
          {fault(`/question/seeds/${n}`) && <div className="recall-fault">{fault(`/question/seeds/${n}`)}</div>}
          <SeedFields seed={seed} n={n} fault={fault} onChange={change} />
        </fieldset>
      ))}
      <AddSeed onAdd={seed => onChange([...seeds, seed])} />
    </div>
  )
}

function AddSeed({ onAdd }: { onAdd: (seed: SeedDraft) => void }) {
  const { t } = useTexts()
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} className="recall-start">
          {t('recalls.addSeed')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SEED_KINDS.map(kind => (
          <Menu.Item key={kind} onClick={() => onAdd(newSeed(kind))}>
            {t(`recalls.seed.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type FieldsProps = { seed: SeedDraft; n: number; fault: FaultAt; onChange: (seed: SeedDraft) => void }

function SeedFields({ seed, n, fault, onChange }: FieldsProps) {
  const { t } = useTexts()
  const set = (field: SeedField, value: string) => onChange({ ...seed, fields: { ...seed.fields, [field]: value } })
  const field = (name: SeedField) => (
    <OneField
      key={name}
      name={name}
      value={seed.fields[name] ?? ''}
      error={fault(pointerOf(n, name))}
      onChange={value => set(name, value)}
    />
  )
  const narrowed = NARROWING.some(name => seed.fields[name])
  return (
    <>
      <div className="recall-seed-fields">{FIELDS_OF[seed.kind].map(field)}</div>
      {seed.kind === 'attribute' && (
        <PairsField
          legend={t('masters.attributes')}
          description={fault(`/question/seeds/${n}/attribute`)}
          names={t('masters.attributeName')}
          values={t('masters.attributeValue')}
          add={t('masters.addAttribute')}
          pairs={seed.attributes}
          fault={(i, which) => fault(`/question/seeds/${n}/attribute/${i}/${which}`)}
          onChange={attributes => onChange({ ...seed, attributes })}
        />
      )}
      <details className="recall-narrow" open={narrowed || undefined}>
        <summary>{t('recalls.narrow')}</summary>
        <div className="recall-seed-fields">{NARROWING.map(field)}</div>
      </details>
    </>
  )
}

type OneFieldProps = { name: SeedField; value: string; error: string | undefined; onChange: (value: string) => void }

function OneField({ name, value, error, onChange }: OneFieldProps) {
  const { t } = useTexts()
  const props = { label: t(`recalls.seedField.${name}`), value, error, onChange }
  switch (name) {
    case 'item':
      return <ItemField {...props} />
    case 'place':
    case 'vessel':
      return <PlaceField {...props} />
    case 'partner':
    case 'receivedOf':
    case 'issuer':
      return <PartnerField {...props} />
    case 'from':
    case 'to':
    case 'madeFrom':
    case 'madeTo':
    case 'receivedFrom':
    case 'receivedTo':
      return <Line {...props} description={t('recalls.momentHow')} />
    default:
      return <Line {...props} code />
  }
}
