// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Choice, Count, Line, said, Words } from '../parts/fields'
import { typedQuantity } from '../tasks/amounts'
import { DISPOSALS, type Recall, type ReconciledItem } from './model'
import { StepForm } from './step-form'

type How = (typeof DISPOSALS)[number]

const POINTERS = /^\/(how|item|lot|qty|entry|witness|certificate|day|inspected|defective|text)$/

/** Today where the reader is, as a day has no zone. */
export function today(now = new Date()): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** What was done with a quantity; what is destroyed has a witness and a certificate. */
export function DisposalForm(props: { recall: Recall; items: readonly ReconciledItem[]; done: () => void }) {
  const { recall, items, done } = props
  const { t } = useTexts()
  const [how, setHow] = useState<How>('destroyed')
  const [texts, setTexts] = useState({
    item: items[0]?.item ?? '',
    lot: '',
    qty: '',
    entry: '',
    witness: '',
    certificate: '',
    day: today(),
    text: '',
  })
  const [inspected, setInspected] = useState<number>()
  const [defective, setDefective] = useState<number>()
  const set = (patch: Partial<typeof texts>) => setTexts({ ...texts, ...patch })
  const unit = items.find(one => one.item === texts.item)?.unit
  const line = (name: keyof typeof texts) => ({
    value: texts[name],
    onChange: (value: string) => set({ [name]: value }),
  })
  return (
    <StepForm
      recall={recall}
      shown={POINTERS}
      step={() => ({
        type: 'dispose',
        how,
        item: said(texts.item),
        lot: said(texts.lot),
        qty: said(typedQuantity(texts.qty)),
        entry: /^\d{1,15}$/.test(texts.entry.trim()) ? Number(texts.entry) : undefined,
        witness: said(texts.witness),
        certificate: said(texts.certificate),
        day: said(texts.day),
        inspected,
        defective,
        text: said(texts.text),
      })}
      submit={t('recalls.do.keepDisposal')}
      done={done}
      cancel={done}
    >
      {fault => (
        <>
          <div className="form-two">
            <Choice
              label={t('recalls.field.how')}
              values={DISPOSALS}
              word={value => t(`recalls.how.${value}`)}
              value={how}
              error={fault('/how')}
              onChange={next => setHow(next ?? 'destroyed')}
            />
            <Choice
              label={t('trace.item')}
              values={items.map(one => one.item)}
              word={code => items.find(one => one.item === code)?.name ?? code}
              value={texts.item}
              error={fault('/item')}
              onChange={item => set({ item: item ?? '' })}
            />
            <Line label={t('trace.qty')} decimal unit={unit} error={fault('/qty')} {...line('qty')} />
            <Line label={t('tasks.lot')} code error={fault('/lot')} {...line('lot')} />
            <Line label={t('recalls.field.day')} type="date" error={fault('/day')} {...line('day')} />
            <Line
              label={t('recalls.field.entry')}
              description={t('recalls.entryHow')}
              error={fault('/entry')}
              {...line('entry')}
            />
            {how === 'destroyed' && (
              <>
                <Line label={t('recalls.field.witness')} error={fault('/witness')} {...line('witness')} />
                <Line label={t('recalls.field.certificate')} error={fault('/certificate')} {...line('certificate')} />
              </>
            )}
            <Count
              label={t('recalls.field.inspected')}
              value={inspected}
              error={fault('/inspected')}
              onChange={setInspected}
            />
            <Count
              label={t('recalls.field.defective')}
              value={defective}
              error={fault('/defective')}
              onChange={setDefective}
            />
          </div>
          <Words
            label={t(how === 'usedAsIs' ? 'recalls.field.whyUsed' : 'recalls.field.remark')}
            error={fault('/text')}
            rows={2}
            {...line('text')}
          />
        </>
      )}
    </StepForm>
  )
}
