// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconFlag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import { uuid7 } from '../api/uuid'
import { count, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { ceiling } from '../parts/plot'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import type { Recall } from '../recalls/model'
import { useMe } from '../shell/session'
import { apiPath } from './addresses'
import type { Inquiry, RecallChoice, Smallest } from './model'
import { figure } from './words'

const HEIGHT = 180
const LEFT = 48
const BOTTOM = 24

/** The recalls that are worth choosing from: the fewer units, the more failures stay unexplained. */
export function SmallestCard({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTexts()
  const smallest = useQuery({
    queryKey: ['quality', 'smallest', inquiry.number],
    queryFn: ({ signal }) => api.post<Smallest>(`${apiPath('causes', inquiry.number)}:smallest`, {}, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Card title={t('quality.smallest')}>
      {smallest.isError && <ProblemNotice error={smallest.error} retry={() => void smallest.refetch()} />}
      {smallest.isPending && <Waiting />}
      {smallest.data !== undefined && smallest.data.curve.length === 0 && (
        <p className="muted">{t('quality.noSmallest')}</p>
      )}
      {smallest.data !== undefined && smallest.data.curve.length > 0 && (
        <Choose inquiry={inquiry} smallest={smallest.data} />
      )}
    </Card>
  )
}

function Choose({ inquiry, smallest }: { inquiry: Inquiry; smallest: Smallest }) {
  const { t } = useTexts()
  const { curve } = smallest
  const [chosen, setChosen] = useState(smallest.suggested ?? 0)
  const choice = curve[Math.min(chosen, curve.length - 1)]
  return (
    <>
      <p className="muted card-words">
        {t('quality.smallestHow', { failures: count(smallest.failures), background: figure(smallest.background) })}
      </p>
      <CostCurve curve={curve} chosen={chosen} choose={setChosen} />
      <Rows
        label={t('quality.smallest')}
        words={[t('quality.field.recalled')]}
        numbers={[t('quality.field.units'), t('quality.field.unexplained'), t('quality.field.missed')]}
      >
        {curve.map((one, n) => (
          <tr key={one.unexplained} data-chosen={n === chosen || undefined} className="quality-choice">
            <td>
              <button type="button" className="quality-plain" aria-pressed={n === chosen} onClick={() => setChosen(n)}>
                {one.scopes.length === 0 ? t('quality.recallNothing') : one.scopes.map(scopeWords).join(' + ')}
              </button>{' '}
              {n === smallest.suggested && <StateChip state="ok">{t('quality.suggested')}</StateChip>}{' '}
              {!one.exact && <StateChip state="unknown">{t('quality.notExact')}</StateChip>}
            </td>
            <td className="num">
              {one.upperBound ? '≤ ' : ''}
              {count(one.units)}
            </td>
            <td className="num">{count(one.unexplained)}</td>
            <td className="num">{figure(one.missExpected)}</td>
          </tr>
        ))}
      </Rows>
      {choice !== undefined && choice.scopes.length > 0 && (
        <OpenRecall key={choice.unexplained} inquiry={inquiry} choice={choice} />
      )}
    </>
  )
}

/** What a scope is about, with the time that it is narrowed to. */
function scopeWords({ words, factors }: RecallChoice['scopes'][number]): string {
  const times = factors.flatMap(({ from, to }) =>
    from === undefined || to === undefined ? [] : [`${moment(from)} – ${moment(to)}`],
  )
  return [words, ...times].join(', ')
}

function CostCurve(props: { curve: RecallChoice[]; chosen: number; choose: (n: number) => void }) {
  const { curve, chosen, choose } = props
  const { t } = useTexts()
  const { ref, width } = useElementSize()
  const most = ceiling(Math.max(1, ...curve.map(one => one.units)))
  const worst = Math.max(1, ...curve.map(one => one.unexplained))
  const x = (unexplained: number) => LEFT + (unexplained / worst) * Math.max(0, width - LEFT - 12)
  const y = (units: number) => 8 + (1 - units / most) * (HEIGHT - BOTTOM - 8)
  return (
    <div ref={ref} style={{ height: HEIGHT }}>
      <svg className="plot" role="img" aria-label={t('quality.costCurve')} width="100%" height="100%">
        {[0, most / 2, most].map(tick => (
          <g key={tick}>
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {count(tick)}
            </text>
          </g>
        ))}
        <polyline
          className="quality-curve"
          points={curve.map(one => `${x(one.unexplained)},${y(one.units)}`).join(' ')}
        />
        {curve.map((one, n) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the rows of the table below do the same by keyboard
          <circle
            key={one.unexplained}
            cx={x(one.unexplained)}
            cy={y(one.units)}
            r={n === chosen ? 7 : 4}
            className="quality-dot"
            data-chosen={n === chosen || undefined}
            onClick={() => choose(n)}
          >
            <title>{t('quality.point', { units: count(one.units), unexplained: count(one.unexplained) })}</title>
          </circle>
        ))}
        <text x={width} y={HEIGHT - 6} textAnchor="end">
          {t('quality.field.unexplained')} →
        </text>
      </svg>
    </div>
  )
}

/** One click makes a case of the choice, with its question. */
function OpenRecall({ inquiry, choice }: { inquiry: Inquiry; choice: RecallChoice }) {
  const { t } = useTexts()
  const { may } = useMe()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  // The same ids when it is tried again: a case and its question are made once.
  const [ids] = useState(() => ({ recall: uuid7(), step: uuid7() }))
  if (!may.includes('cases')) {
    return null
  }
  const words = choice.scopes.map(scopeWords).join(' + ')
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const recall = await api.post<Recall>('/recalls', {
        id: ids.recall,
        kind: 'recall',
        title: words.slice(0, 200),
        signal: t('quality.signalOf', { number: inquiry.number, failures: count(inquiry.answer?.failures ?? 0) }),
      })
      await api.post(`/recalls/${recall.number}/steps`, {
        id: ids.step,
        step: {
          type: 'ask',
          question: { direction: 'forward', seeds: choice.scopes.flatMap(scope => scope.seeds) },
        },
      })
      void navigate(`/recalls/${recall.number}`)
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="form-buttons quality-open no-print">
      <Button leftSection={<IconFlag size={16} aria-hidden />} size="md" loading={busy} onClick={() => void open()}>
        {t('quality.do.recall', { units: count(choice.units) })}
      </Button>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
