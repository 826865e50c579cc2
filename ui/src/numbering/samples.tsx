// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Problem } from '../api/client'
import { day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { StateSign } from '../parts/state'
import type { Reset } from './fields'
import type { useSamples } from './use-numbering'

/** What a template makes: the next numbers, how many there are, and the day on which one would come again. */
export function SamplesOf({ samples, reset }: { samples: ReturnType<typeof useSamples>; reset: Reset }) {
  const { t } = useTexts()
  const { data, error, isFetching } = samples
  if (error !== null) {
    return error instanceof Problem && error.status === 422 ? (
      <Wrong error={error} />
    ) : (
      <ProblemNotice error={error} retry={() => void samples.refetch()} />
    )
  }
  if (data === undefined) {
    return <div className="muted small">{t('parts.waiting')}</div>
  }
  return (
    <div className="numbering-samples" aria-busy={isFetching} aria-live="polite">
      <div className="numbering-row">
        <span className="muted small">{t('numbering.samples')}</span>
        {data.samples.map(sample => (
          <Code key={sample}>{sample}</Code>
        ))}
      </div>
      {data.repeatsOn === undefined || data.repeatsOn === null ? (
        <div className="small">
          <StateSign state="ok" size={16} /> {t(`numbering.enough.${reset}`, { n: quantity(data.capacity) })}
        </div>
      ) : (
        <div className="small numbering-bad" data-state="bad">
          <StateSign state="bad" size={16} /> {t('numbering.repeats', { day: day(data.repeatsOn) })}{' '}
          {t('numbering.repeatsDo')}
        </div>
      )}
    </div>
  )
}

/** What is wrong with the template, in the words of the server. */
function Wrong({ error }: { error: Problem }) {
  const { detail, title, errors } = error.body
  const words = errors?.map(e => [e.detail, e.expected, e.action].filter(Boolean).join(' · ')) ?? []
  return (
    <div className="small numbering-bad" data-state="bad" role="status">
      <StateSign state="bad" size={16} /> {words.length > 0 ? words.join('; ') : (detail ?? title)}
    </div>
  )
}
