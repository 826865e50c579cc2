// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { Rows } from '../parts/rows'
import { Moment } from '../parts/when'
import type { CurvePoint } from './model'
import { type Dot, lineOf } from './sums'
import { shareWords } from './words'

const HEIGHT = 180
const LEFT = 44
const BOTTOM = 20
const TOP = 8
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const LINES = [
  { of: 'answered', colour: '--accent' },
  { of: 'accounted', colour: '--held' },
] as const

/** What was done by when; the same figures stand in the table. */
export function Curve({ curve }: { curve: readonly CurvePoint[] }) {
  const { t } = useTexts()
  const [table, setTable] = useState(false)
  const last = curve.at(-1)
  if (last === undefined) {
    return null
  }
  return (
    <Card
      title={t('recalls.curve')}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-pressed={table}
          onClick={() => setTable(!table)}
          className="no-print"
        >
          {t('overview.table')}
        </Button>
      }
    >
      {table ? <CurveTable curve={curve} /> : <CurvePlot curve={curve} last={last} />}
    </Card>
  )
}

function CurvePlot({ curve, last }: { curve: readonly CurvePoint[]; last: CurvePoint }) {
  const { t } = useTexts()
  const { ref, width } = useElementSize()
  const x = (dot: Dot) => LEFT + dot.x * Math.max(0, width - LEFT - 8)
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const words = LINES.map(({ of }) => `${t(`recalls.curveOf.${of}`)}: ${shareWords(last[of])}`)
  const [first] = curve
  return (
    <div>
      <div className="recall-legend small muted">
        {LINES.map(({ of, colour }) => (
          <span key={of}>
            <i style={{ background: `var(${colour})` }} />
            {t(`recalls.curveOf.${of}`)}
          </span>
        ))}
      </div>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg
          className="recall-curve"
          role="img"
          aria-label={[t('recalls.curve'), ...words].join('. ')}
          width="100%"
          height="100%"
        >
          {TICKS.map(tick => (
            <g key={tick}>
              <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {shareWords(String(tick))}
              </text>
            </g>
          ))}
          {LINES.map(({ of, colour }) => (
            <polyline
              key={of}
              points={steps(lineOf(curve, of))
                .map(dot => `${x(dot)},${y(dot.y)}`)
                .join(' ')}
              stroke={`var(${colour})`}
            />
          ))}
          {first !== undefined && (
            <text x={LEFT} y={HEIGHT - 4}>
              {moment(first.at)}
            </text>
          )}
          {curve.length > 1 && (
            <text x={width} y={HEIGHT - 4} textAnchor="end">
              {moment(last.at)}
            </text>
          )}
        </svg>
      </div>
    </div>
  )
}

/** A share stays what it is until the next thing happens. */
function steps(line: readonly Dot[]): Dot[] {
  return line.flatMap((dot, i) => {
    const before = line[i - 1]
    return before === undefined ? [dot] : [{ x: dot.x, y: before.y }, dot]
  })
}

function CurveTable({ curve }: { curve: readonly CurvePoint[] }) {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="recall-curve-table" tabIndex={0} aria-label={t('recalls.curve')}>
      <Rows words={[t('recalls.column.when')]} numbers={LINES.map(({ of }) => t(`recalls.curveOf.${of}`))}>
        {curve.map(point => (
          <tr key={point.at}>
            <td>
              <Moment at={point.at} />
            </td>
            {LINES.map(({ of }) => (
              <td key={of} className="num">
                {shareWords(point[of])}
              </td>
            ))}
          </tr>
        ))}
      </Rows>
    </section>
  )
}
