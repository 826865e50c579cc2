// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Line } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { useMeant } from '../quality/use-meant'
import { UnitWords } from '../quality/words'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import type { CoverageAnswer, Term } from './model'
import { CoverageList, TermsMet } from './warranty'
import { CoverChip } from './words'

/** While somebody still types nothing is asked. */
const PAUSE_MS = 400

/** What the term, as it stands in the editor, would mean for a serial, and why. */
export function TryBox({ term }: { term: Omit<Term, 'version'> }) {
  const { t } = useTexts()
  const maySettle = useMe().may.includes('settle')
  const [item, setItem] = useState('')
  const [serial, setSerial] = useState('')
  const [asOf, setAsOf] = useState('')
  const meant = useMeant()
  useScans(code =>
    meant(code, found => {
      signal(found?.serial === undefined ? 'wrong' : 'right')
      if (found?.serial !== undefined) {
        setItem(found.item ?? '')
        setSerial(found.serial)
      }
    }),
  )
  const [asked] = useDebouncedValue(
    JSON.stringify({ item, serial: serial.trim(), asOf: asOf || undefined, term }),
    PAUSE_MS,
  )
  const tried = useQuery({
    queryKey: ['care', 'try', asked],
    queryFn: ({ signal }) => {
      const { term, ...of } = JSON.parse(asked)
      return api.post<CoverageAnswer>('/coverage:try', { ...of, terms: [term] }, {}, signal)
    },
    enabled: maySettle && item !== '' && serial.trim() !== '' && term.code !== '',
    retry: false,
    placeholderData: before => before,
  })
  if (!maySettle) {
    return null
  }
  return (
    <Card title={t('care.try')}>
      <p className="muted small">{t('care.tryHow')}</p>
      <div className="field-pair">
        <ItemField label={t('care.field.item')} value={item} onChange={setItem} />
        <Line code label={t('care.field.serial')} value={serial} onChange={setSerial} />
        <Line type="date" label={t('care.field.asOf')} value={asOf} onChange={setAsOf} />
      </div>
      {term.code === '' && serial !== '' && <p className="muted small">{t('care.tryCode')}</p>}
      {tried.isLoading && <Waiting rows={2} />}
      {tried.isError && <ProblemNotice error={tried.error} />}
      {!tried.isError && tried.data !== undefined && <Tried answer={tried.data} code={term.code} />}
    </Card>
  )
}

function Tried({ answer, code }: { answer: CoverageAnswer; code: string }) {
  const { t } = useTexts()
  const own = answer.coverages.filter(one => one.term === code)
  const considered = answer.considered.filter(one => one.term === code)
  const parts = answer.parts.filter(part => part.coverages.some(one => one.term === code))
  return (
    <div aria-live="polite" className="care-tried">
      <p className="care-answer">
        <UnitWords unit={answer.unit} /> <CoverChip state={answer.state} until={answer.until} />
        <span className="muted small">{t('care.asOfDay', { day: day(answer.asOf) })}</span>
      </p>
      <TermsMet considered={considered} />
      {own.length > 0 ? <CoverageList coverages={own} /> : <p className="muted small">{t('care.tryNothing')}</p>}
      {parts.length > 0 && (
        <>
          <h3 className="care-part">{t('care.partsNow')}</h3>
          <ul className="care-list">
            {parts.map(part => (
              <li key={`${part.unit.unit} ${part.position}`} className="care-cover">
                <span className="care-name">
                  <UnitWords unit={part.unit} />
                </span>
                <CoverChip state={part.state} until={part.until} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
