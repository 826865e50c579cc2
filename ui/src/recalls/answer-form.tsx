// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { RowsField } from '../masters/rows-field'
import { Choice, CountryField, LanguageField, Line, said, Words } from '../parts/fields'
import { typedQuantity } from '../tasks/amounts'
import { ANSWER_CHANNELS, type AnswerLine, type Consignee, type Recall, type SubConsignee } from './model'
import { StepForm } from './step-form'

const AMOUNTS = ['onHand', 'soldOn', 'returned', 'destroyed', 'used'] as const

type Channel = (typeof ANSWER_CHANNELS)[number]

type Sub = Record<'key' | 'name' | 'email' | 'address' | 'country' | 'language' | 'item' | 'qty', string>

const POINTERS = /^\/(channel|by|text|lines\/\d+\/\w+|subConsignees\/\d+\/\w+)$/

/** What a consignee said, entered by hand; with what they said before to begin with. */
export function AnswerForm({ recall, one, done }: { recall: Recall; one: Consignee; done: () => void }) {
  const { t } = useTexts()
  const before = one.answer
  const [channel, setChannel] = useState<Channel>('phone')
  const [by, setBy] = useState(before?.by ?? '')
  const [text, setText] = useState('')
  const [lines, setLines] = useState<AnswerLine[]>(() =>
    one.items.map(row => before?.lines.find(line => line.item === row.item) ?? { item: row.item }),
  )
  const [subs, setSubs] = useState<Sub[]>(() => (before?.subConsignees ?? []).map(subOf))
  const setLine = (n: number, patch: AnswerLine) =>
    setLines(lines.map((line, i) => (i === n ? { ...line, ...patch } : line)))
  return (
    <StepForm
      recall={recall}
      shown={POINTERS}
      step={() => ({
        type: 'answer',
        consignee: one.code,
        channel,
        by: said(by),
        text: said(text),
        lines: lines.map(typed),
        subConsignees: subs.map(sent),
      })}
      submit={t('recalls.do.keepAnswer')}
      done={done}
      cancel={done}
    >
      {fault => (
        <>
          <div className="form-two">
            <Choice
              label={t('recalls.field.channel')}
              values={ANSWER_CHANNELS}
              word={value => t(`recalls.channel.${value}`)}
              value={channel}
              error={fault('/channel')}
              onChange={next => setChannel(next ?? 'phone')}
            />
            <Line label={t('recalls.field.by')} value={by} error={fault('/by')} onChange={setBy} />
          </div>
          {lines.map((line, n) => (
            <ItemAmounts
              key={line.item}
              line={line}
              name={one.items[n]?.name ?? line.item ?? ''}
              unit={one.items[n]?.unit}
              fault={pointer => fault(`/lines/${n}${pointer}`)}
              onChange={patch => setLine(n, patch)}
            />
          ))}
          <Subs subs={subs} items={one.items.map(row => row.item)} fault={fault} onChange={setSubs} />
          <Words label={t('recalls.field.remark')} value={text} error={fault('/text')} onChange={setText} rows={2} />
        </>
      )}
    </StepForm>
  )
}

/** The quantities as the API takes them; an empty field says nothing. */
function typed(line: AnswerLine): AnswerLine {
  const amounts = AMOUNTS.map(name => [name, said(typedQuantity(line[name] ?? ''))] as const)
  return { item: line.item, ...Object.fromEntries(amounts.filter(([, qty]) => qty !== undefined)) }
}

const subOf = (sub: SubConsignee): Sub => ({
  key: uuid7(),
  name: sub.name ?? '',
  email: sub.email ?? '',
  address: sub.address ?? '',
  country: sub.country ?? '',
  language: sub.language ?? '',
  item: sub.item ?? '',
  qty: sub.qty ?? '',
})

const sent = ({ key: _, qty, ...sub }: Sub): SubConsignee => ({
  ...Object.fromEntries(Object.entries(sub).map(([name, value]) => [name, said(value)])),
  qty: said(typedQuantity(qty)),
})

function ItemAmounts(props: {
  line: AnswerLine
  name: string
  unit: string | undefined
  fault: FaultAt
  onChange: (patch: AnswerLine) => void
}) {
  const { line, name, unit, fault, onChange } = props
  const { t } = useTexts()
  return (
    <fieldset className="recall-amounts">
      <legend>{name}</legend>
      {fault('/item') && <div className="recall-fault">{fault('/item')}</div>}
      {AMOUNTS.map(amount => (
        <Line
          key={amount}
          label={t(`recalls.said.${amount}`)}
          value={line[amount] ?? ''}
          error={fault(`/${amount}`)}
          onChange={value => onChange({ [amount]: value })}
          unit={unit}
          decimal
        />
      ))}
    </fieldset>
  )
}

/** To whom they passed it on; these are told too. */
function Subs(props: { subs: Sub[]; items: readonly string[]; fault: FaultAt; onChange: (subs: Sub[]) => void }) {
  const { subs, items, fault, onChange } = props
  const { t } = useTexts()
  const blank = { name: '', email: '', address: '', country: '', language: '', qty: '', item: items[0] ?? '' }
  return (
    <RowsField
      legend={t('recalls.passedOn')}
      description={t('recalls.passedOnHow')}
      add={t('recalls.addPassedOn')}
      rows={subs}
      nameOf={sub => sub.name}
      onAdd={() => onChange([...subs, { key: uuid7(), ...blank }])}
      onChange={onChange}
    >
      {(sub, n) => {
        const set = (patch: Partial<Sub>) =>
          onChange(subs.map(one => (one.key === sub.key ? { ...one, ...patch } : one)))
        const field = (name: keyof Sub) => ({
          value: sub[name],
          error: fault(`/subConsignees/${n}/${name}`),
          onChange: (value: string) => set({ [name]: value }),
        })
        return (
          <div className="recall-sub">
            <Line label={t('recalls.field.name')} {...field('name')} />
            <Line label={t('recalls.field.email')} type="email" {...field('email')} />
            <Line label={t('recalls.field.address')} {...field('address')} />
            <CountryField label={t('recalls.field.country')} {...field('country')} />
            <LanguageField label={t('recalls.field.language')} {...field('language')} />
            <Line label={t('trace.item')} code {...field('item')} />
            <Line label={t('trace.qty')} decimal {...field('qty')} />
          </div>
        )
      }}
    </RowsField>
  )
}
