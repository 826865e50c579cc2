// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Ago } from '../parts/when'
import { type FieldChange, type Step, stepsOf } from './changes'
import { fieldName, Value } from './facts'
import type { Change, Room } from './model'

/** What changed in a record, by whom and when; the latest first. */
export function History({ room, code }: { room: Room; code: string }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['changes', room, code],
    queryFn: ({ signal }) => api.get<Change[]>(`/${room}/${segment(code)}/changes`, undefined, signal),
  })
  if (error) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  if (data === undefined) {
    return <Waiting />
  }
  return (
    <ol className="timeline" aria-label={t('masters.history')}>
      {stepsOf(data).map(step => (
        <li key={step.version}>
          <StepView step={step} />
        </li>
      ))}
    </ol>
  )
}

function StepView({ step }: { step: Step }) {
  const { t } = useTexts()
  const made = step.version === 1
  return (
    <>
      <div>
        <b>{made ? t('masters.made') : t('masters.changed', { count: step.changes.length })}</b>{' '}
        <span className="muted small">
          <Ago at={step.at} /> · {step.actor}
        </span>
      </div>
      {step.changes.length > 0 && <Differences changes={step.changes} onlyAfter={made} />}
    </>
  )
}

/** Fields with their values before and after. */
export function Differences({ changes, onlyAfter = false }: { changes: FieldChange[]; onlyAfter?: boolean }) {
  const { t } = useTexts()
  const before = Object.fromEntries(changes.map(change => [change.field, change.before]))
  const after = Object.fromEntries(changes.map(change => [change.field, change.after]))
  return (
    <dl className="facts small">
      {changes.map(({ field, before: was, after: is }) => (
        <div key={field}>
          <dt>{fieldName(field, t)}</dt>
          <dd>
            {!onlyAfter && (
              <>
                <s className="muted">
                  <span className="hidden-words">{t('masters.before')} </span>
                  <Value field={field} value={was} record={before} />
                </s>{' '}
                <IconArrowRight size={13} aria-label={t('masters.after')} style={{ verticalAlign: '-2px' }} />{' '}
              </>
            )}
            <Value field={field} value={is} record={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
