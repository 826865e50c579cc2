// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useRef, useState } from 'react'
import { api } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { Choice, Count, Line, said, Words } from '../parts/fields'
import { StateChip } from '../parts/state'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart, shown } from '../scan/several'
import { codesOf } from '../tasks/entry-box'
import { today } from './disposal-form'
import type { Recall, ReconciledItem } from './model'
import { StepForm } from './step-form'

/** Serials that were put right: scanned one after the other, typed, or pasted. */
export function RemedyForm(props: { recall: Recall; items: readonly ReconciledItem[]; done: () => void }) {
  const { recall, items, done } = props
  const { t } = useTexts()
  const [item, setItem] = useState(items[0]?.item ?? '')
  const [text, setText] = useState('')
  const [what, setWhat] = useState('')
  const [day, setDay] = useState(today())
  const [inspected, setInspected] = useState<number>()
  const [defective, setDefective] = useState<number>()
  const [wrong, setWrong] = useState<string | null>(null)
  const serials = [...new Set(codesOf(text))]
  const order = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ item, serials })
  latest.current = { item, serials }

  const take = async (code: string) => {
    const answer = await api.get<LookupAnswer>('/lookup', { code: apart(code) })
    const found = answer.found.find(one => one.serial !== undefined && !one.near)
    const serial = found?.serial
    const now = latest.current
    if (serial === undefined || found?.item !== now.item || now.serials.includes(serial)) {
      setWrong(shown(code))
      return signal('wrong')
    }
    // The next scan may be judged before this one is drawn.
    latest.current = { ...now, serials: [...now.serials, serial] }
    setWrong(null)
    setText(before => `${before.trimEnd()}${before.trim() === '' ? '' : '\n'}${serial}`)
    signal('right')
  }
  useScans(code => {
    order.current = order.current
      .then(() => take(code))
      .catch(() => {
        setWrong(shown(code))
        signal('wrong')
      })
  })
  return (
    <StepForm
      recall={recall}
      shown={/^\/(item|serials|what|day|inspected|defective)$/}
      step={() => ({
        type: 'remedy',
        item: said(item),
        serials,
        what: said(what),
        day: said(day),
        inspected,
        defective,
      })}
      submit={t('recalls.do.keepRemedy', { n: count(serials.length) })}
      ready={serials.length > 0}
      done={done}
      cancel={done}
    >
      {fault => (
        <>
          <Choice
            label={t('trace.item')}
            values={items.map(one => one.item)}
            word={code => items.find(one => one.item === code)?.name ?? code}
            value={item}
            error={fault('/item')}
            onChange={next => setItem(next ?? '')}
          />
          <Words
            label={t('recalls.field.serials')}
            description={t('recalls.serialsHow')}
            value={text}
            error={fault('/serials')}
            onChange={setText}
            rows={5}
          />
          {wrong !== null && (
            <p className="recall-words" role="status">
              <StateChip state="bad">{t('recalls.notOfItem')}</StateChip> <span className="code">{wrong}</span>
            </p>
          )}
          <Line
            label={t('recalls.field.whatWasDone')}
            description={t('recalls.whatWasDoneHow')}
            value={what}
            error={fault('/what')}
            onChange={setWhat}
          />
          <div className="form-two">
            <Line label={t('recalls.field.day')} type="date" value={day} error={fault('/day')} onChange={setDay} />
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
        </>
      )}
    </StepForm>
  )
}
