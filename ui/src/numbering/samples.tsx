// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { type State, StateSign } from '../parts/state'
import type { Reset } from './fields'
import type { useSamples } from './use-numbering'

/** What a template makes: the next numbers, how many there are, and the day on which one would come again. */
export function SamplesOf(props: { samples: ReturnType<typeof useSamples>; template: string; reset: Reset }) {
  const { samples, template, reset } = props
  const { t } = useTexts()
  const { data, error, isFetching } = samples
  if (error !== null) {
    return <ProblemNotice error={error} retry={() => void samples.refetch()} />
  }
  if (data === undefined) {
    return <div className="muted small">{t('parts.waiting')}</div>
  }
  const { faults, repeatsOn, capacity } = data
  return (
    <div className="numbering-samples" aria-busy={isFetching} aria-live="polite">
      {data.samples.length > 0 && (
        <div className="numbering-row">
          <span className="muted small">{t('numbering.samples')}</span>
          {data.samples.map(sample => (
            <Code key={sample}>{sample}</Code>
          ))}
        </div>
      )}
      {faults.map(fault => (
        <Said key={fault.pointer + fault.code + fault.detail} state="bad">
          {fault.position === undefined
            ? fault.detail
            : t('numbering.faultAt', {
                detail: fault.detail,
                before: template.slice(0, fault.position + 1),
              })}
        </Said>
      ))}
      {repeatsOn !== undefined && (
        <Said state="bad">
          {t('numbering.repeats', { day: day(repeatsOn) })} {data.repeatsWhy && `${data.repeatsWhy}. `}
          {t('numbering.repeatsDo')}
        </Said>
      )}
      {faults.length === 0 && repeatsOn === undefined && capacity !== undefined && (
        <Said state="ok">{t(`numbering.enough.${reset}`, { n: quantity(capacity) })}</Said>
      )}
      {data.warnings.map(warning => (
        <Said key={warning} state="held">
          {warning}
        </Said>
      ))}
    </div>
  )
}

function Said({ state, children }: { state: State; children: ReactNode }) {
  return (
    <div className="small numbering-said" data-state={state}>
      <StateSign state={state} size={16} />
      <span>{children}</span>
    </div>
  )
}
