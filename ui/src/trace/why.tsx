// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Modal } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import type { Act } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { UnitLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Moment } from '../parts/when'
import type { Step } from './model'
import type { Question } from './question'
import { AnyPlace } from './rows'
import { type Items, usePath } from './use-trace'

/** Why a unit is in the answer: the earliest path between it and the seed, entry by entry. The address says which unit. */
export function Why({ question, items }: { question: Question; items: Items }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const unit = params.get('why')
  const { data, error, refetch } = usePath(question, unit)
  const close = () =>
    setParams(now => {
      const next = new URLSearchParams(now)
      next.delete('why')
      return next
    })
  return (
    <Modal
      opened={unit !== null}
      onClose={close}
      title={t('trace.whyTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('trace.close') }}
    >
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <ol className="timeline">
          {data.steps.map((step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a path have their order only
            <li key={i}>
              <StepWords step={step} next={data.steps[i + 1]} items={items} />
            </li>
          ))}
        </ol>
      )}
    </Modal>
  )
}

/** What a step says of its unit: an act has one unit go into a run and another come out of it. */
export function wordOf(step: Step, next?: Step): Act | 'feed' | 'host' {
  if (step.act === 'produce' && next?.act === 'produce' && next.unit.unit !== step.unit.unit) {
    return 'feed'
  }
  const number = step.unit.serial ?? ''
  return step.act === 'install' && number !== '' && step.place.endsWith(` ${number}`) ? 'host' : step.act
}

const AT_A_CODE: ReadonlySet<Act> = new Set([
  'commission',
  'receive',
  'move',
  'ship',
  'return',
  'unpack',
  'remove',
  'produce',
])

function StepWords({ step, next, items }: { step: Step; next?: Step; items: Items }) {
  const { t } = useTexts()
  const { unit } = step
  const word = wordOf(step, next)
  const linked = AT_A_CODE.has(step.act) && word !== 'feed'
  return (
    <>
      <div>
        <b>{t(`trace.step.${word}`)}</b>{' '}
        {unit.item !== undefined && <span className="muted">{items.get(unit.item)?.name ?? unit.item} </span>}
        <UnitLink named={unit} />
        {word !== 'host' && step.place !== '' && (
          <>
            {' → '}
            {linked ? <AnyPlace code={step.place} /> : <span className="code">{step.place}</span>}
          </>
        )}
      </div>
      <div className="muted small">
        <Link to={`/entries/${step.seq}`}>{t('trace.entry', { seq: count(step.seq) })}</Link>
        {' · '}
        {step.at === 'unknown' ? t('trace.timeUnknown') : <Moment at={step.at} />}
        {' · '}
        {t(`trace.precision.${step.precision}`)}
      </div>
    </>
  )
}
