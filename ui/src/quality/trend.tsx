// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useElementSize } from '@mantine/hooks'
import { Link } from 'react-router'
import { address } from '../api/client'
import { count, day, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { ceiling } from '../parts/plot'
import { StateChip } from '../parts/state'
import type { Trend } from './model'
import { useTrend } from './use-quality'

const HEIGHT = 170
const BOTTOM = 20
const LEFT = 40

/** Complaints by month against what was to be expected, with the day on which it was seen and the one on which it began. */
export function TrendCard({ item, code }: { item: string; code: string }) {
  const { t } = useTexts()
  const trend = useTrend(item, code)
  return (
    <Card
      title={t('quality.trendOf', { item, code })}
      aside={<Link to={address('/quality/causes', { new: '1', item, code })}>{t('quality.do.ask')}</Link>}
    >
      {trend.isError && <ProblemNotice error={trend.error} retry={() => void trend.refetch()} />}
      {trend.isPending && <Waiting />}
      {trend.data !== undefined && <Drawn trend={trend.data} />}
    </Card>
  )
}

function Drawn({ trend }: { trend: Trend }) {
  const { t } = useTexts()
  const { ref, width } = useElementSize()
  const { months: points } = trend
  const top = ceiling(Math.max(1, ...points.flatMap(one => [one.n, one.expected])))
  const step = Math.max(0, width - LEFT) / Math.max(1, points.length)
  const y = (value: number) => 8 + (1 - value / top) * (HEIGHT - BOTTOM - 8)
  const every = Math.max(1, Math.ceil(70 / Math.max(1, step)))
  const expected = points.map((one, i) => `${LEFT + (i + 0.5) * step},${y(one.expected)}`).join(' ')
  return (
    <>
      <div className="quality-chips">
        {trend.drifts.map(one => (
          <StateChip key={one.alarmOn} state="bad">
            {t('quality.alarmOn', { day: day(one.alarmOn), began: day(one.beganOn) })}
          </StateChip>
        ))}
        {trend.drifts.length === 0 && <StateChip state="ok">{t('quality.noAlarm')}</StateChip>}
        {trend.baselines.map(one => (
          <StateChip key={one.id} state="info">
            {t('quality.baseline', { day: day(one.from), why: one.why })}
          </StateChip>
        ))}
      </div>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg
          className="plot"
          role="img"
          aria-label={t('quality.trendWords', { n: count(points.reduce((sum, one) => sum + one.n, 0)) })}
          width="100%"
          height="100%"
        >
          {[0, top / 2, top].map(tick => (
            <g key={tick}>
              <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {count(tick)}
              </text>
            </g>
          ))}
          {points.map((one, i) => (
            <g key={one.month}>
              <title>{`${moment(one.month)}: ${count(one.n)}`}</title>
              <rect
                x={LEFT + i * step + step * 0.15}
                y={y(one.n)}
                width={step * 0.7}
                height={Math.max(0, y(0) - y(one.n))}
                rx={2}
                fill="var(--accent)"
              />
              {i % every === 0 && (
                <text x={LEFT + i * step} y={HEIGHT - 4}>
                  {moment(one.month)}
                </text>
              )}
            </g>
          ))}
          <polyline points={expected} className="quality-expected" />
        </svg>
      </div>
      <p className="muted small">{t('quality.expectedLine')}</p>
    </>
  )
}
