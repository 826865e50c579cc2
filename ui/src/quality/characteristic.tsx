// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ActForm } from '../parts/act-form'
import { Count, Line, Words } from '../parts/fields'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { apiPath } from './addresses'
import type { Inspected } from './model'
import { readingsOf } from './readings'

/** One characteristic: its limits, what was found, and the field for the next finding. */
export function CharacteristicCard(props: { number: string; found: Inspected; open: boolean }) {
  const { number, found, open } = props
  const { t } = useTexts()
  const limits = [found.lower, found.target, found.upper]
  return (
    <Card
      title={found.name ?? found.code}
      aside={
        <span className="quality-chips">
          {found.class !== undefined && <span>{found.class}</span>}
          <StateChip state={found.done ? (found.defects > 0 ? 'bad' : 'ok') : 'held'}>
            {t('quality.lookedAtN', { n: count(found.inspected) })}
          </StateChip>
          {found.defects > 0 && <StateChip state="bad">{t('quality.defects', { n: count(found.defects) })}</StateChip>}
        </span>
      }
    >
      {limits.some(one => one !== undefined) && (
        <p className="quality-sentence">
          {t('quality.limits', {
            lower: found.lower ?? '–',
            target: found.target ?? '–',
            upper: found.upper ?? '–',
            unit: found.unit ?? '',
          })}
        </p>
      )}
      {found.mean !== undefined && (
        <p className="muted small">
          {t('quality.measured', {
            mean: found.mean,
            min: found.min,
            max: found.max,
            outside: count(found.outside ?? 0),
          })}
        </p>
      )}
      {found.readings !== undefined && found.readings.length > 0 && (
        <p className="quality-readings">
          {found.readings.map((one, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: readings only grow
            <span key={n} className="num" data-outside={one.outside || undefined} title={one.serial}>
              {one.value}
            </span>
          ))}
        </p>
      )}
      {open &&
        (found.kind === 'measurement' ? (
          <Measure number={number} found={found} />
        ) : (
          <Tally number={number} found={found} />
        ))}
    </Card>
  )
}

function Measure({ number, found }: { number: string; found: Inspected }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const readings = readingsOf(text, found.readingCount ?? 0)
  return (
    <ActForm
      path={`${apiPath('inspections', number)}/steps`}
      body={() => ({ step: { type: 'measure', characteristic: found.code, readings } })}
      shown={/^\/readings/}
      submit={t('quality.do.measure')}
      ready={readings.length > 0}
      done={() => setText('')}
    >
      {fault => (
        <Words
          label={t('quality.field.readings')}
          description={t('quality.readingsHow')}
          rows={2}
          value={text}
          error={readings.map((_, n) => fault(`/readings/${n}/value`) ?? fault(`/readings/${n}/serial`)).find(Boolean)}
          onChange={setText}
        />
      )}
    </ActForm>
  )
}

function Tally({ number, found }: { number: string; found: Inspected }) {
  const { t } = useTexts()
  const [inspected, setInspected] = useState<number | undefined>(undefined)
  const [defects, setDefects] = useState<number | undefined>(0)
  const [serials, setSerials] = useState('')
  const numbers = serials.split(/[\s,;]+/).filter(Boolean)
  return (
    <ActForm
      path={`${apiPath('inspections', number)}/steps`}
      body={() => ({
        step: {
          type: 'attributes',
          characteristic: found.code,
          inspected,
          defects,
          serials: numbers.length === 0 ? undefined : numbers,
        },
      })}
      shown={/^\/(inspected|defects|serials)/}
      submit={t('quality.do.count')}
      ready={inspected !== undefined}
      done={() => {
        setInspected(undefined)
        setDefects(0)
        setSerials('')
      }}
    >
      {fault => (
        <div className="field-pair">
          <Count
            label={t('quality.field.inspected')}
            value={inspected}
            error={fault('/inspected')}
            onChange={setInspected}
          />
          <Count label={t('quality.field.defects')} value={defects} error={fault('/defects')} onChange={setDefects} />
          <Line
            code
            label={t('quality.field.defectSerials')}
            value={serials}
            error={fault('/serials')}
            onChange={setSerials}
          />
        </div>
      )}
    </ActForm>
  )
}
