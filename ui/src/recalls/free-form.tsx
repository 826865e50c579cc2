// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { CloseButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { api } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { numberOf } from '../parts/code'
import { said, Words } from '../parts/fields'
import { StateChip } from '../parts/state'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart, shown } from '../scan/several'
import { EntryBox } from '../tasks/entry-box'
import type { Recall } from './model'
import { StepForm } from './step-form'

type Freed = { unit: string; number: string }

/** Units that may be used again: reworked, or inspected and found good. Only what is in this recall can be scanned. */
export function FreeForm({ recall, done }: { recall: Recall; done: () => void }) {
  const { t } = useTexts()
  const [units, setUnits] = useState<Freed[]>([])
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const order = useRef<Promise<unknown>>(Promise.resolve())

  const take = async (code: string) => {
    const answer = await api.get<LookupAnswer>('/lookup', { code: apart(code) })
    const found = answer.found.find(one => !one.near && one.recalls?.some(tag => tag.recall === recall.number))
    const unit = found?.unit
    if (found === undefined || unit === undefined) {
      setWrong(shown(code))
      return signal('wrong')
    }
    setWrong(null)
    setUnits(now => [...now.filter(one => one.unit !== unit), { unit, number: numberOf(found) }])
    signal('right')
  }
  const scan = (code: string) => {
    order.current = order.current
      .then(() => take(code))
      .catch(() => {
        setWrong(shown(code))
        signal('wrong')
      })
  }
  useScans(scan)
  return (
    <StepForm
      recall={recall}
      shown={/^\/(units|reason)$/}
      step={() => ({ type: 'free', units: units.map(one => one.unit), reason: said(reason) })}
      submit={t('recalls.do.free', { n: count(units.length) })}
      ready={units.length > 0 && reason.trim() !== ''}
      done={done}
      cancel={done}
    >
      {fault => (
        <>
          <EntryBox onCode={scan} />
          {wrong !== null && (
            <p className="recall-words" role="status">
              <StateChip state="bad">{t('recalls.scan.other')}</StateChip> <span className="code">{wrong}</span>
            </p>
          )}
          {fault('/units') && <div className="recall-fault">{fault('/units')}</div>}
          {units.length > 0 && (
            <ul className="recall-pills">
              {units.map(one => (
                <li key={one.unit}>
                  <span className="code">{one.number}</span>
                  <CloseButton
                    size="sm"
                    aria-label={t('masters.takeOut', { name: one.number })}
                    onClick={() => setUnits(units.filter(other => other.unit !== one.unit))}
                  />
                </li>
              ))}
            </ul>
          )}
          <Words
            label={t('recalls.field.reason')}
            description={t('recalls.freeReasonHow')}
            value={reason}
            error={fault('/reason')}
            onChange={setReason}
            rows={2}
          />
        </>
      )}
    </StepForm>
  )
}
