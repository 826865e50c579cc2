// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useElementSize } from '@mantine/hooks'
import { count, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import type { Timeline, Window } from './model'
import { spanOf } from './times'

const HEIGHT = 110
const FAILED_Y = 34
const OTHERS_Y = 70

/** When units were on a line: those that failed above, the others below, and the time in which more failed marked. */
export function TimelineCard({ timeline, windows }: { timeline: Timeline; windows: readonly Window[] }) {
  const { t } = useTexts()
  const { ref, width } = useElementSize()
  const span = spanOf(timeline.points.map(point => point.at))
  if (span === null) {
    return null
  }
  const x = (at: string) => 4 + span.share(at) * Math.max(0, width - 8)
  const failed = timeline.points.filter(point => point.failed).length
  return (
    <Card title={t('quality.timelineOf', { equipment: timeline.equipment })}>
      {windows.map(one => (
        <p key={one.from} className="quality-sentence">
          {t('quality.windowWords', { from: moment(one.from), to: moment(one.to) })}
        </p>
      ))}
      <div className="plot-legend small muted">
        <span>
          <i style={{ background: 'var(--bad)' }} />
          {t('quality.field.failures')}
        </span>
        <span>
          <i style={{ background: 'var(--ink3)' }} />
          {t('quality.field.controls')}
        </span>
      </div>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg
          className="plot quality-timeline"
          role="img"
          aria-label={t('quality.timelineWords', {
            equipment: timeline.equipment,
            failed: count(failed),
            others: count(timeline.points.length - failed),
          })}
          width="100%"
          height="100%"
        >
          {windows.map(one => (
            <rect
              key={one.from}
              x={x(one.from)}
              width={Math.max(3, x(one.to) - x(one.from))}
              y={6}
              height={HEIGHT - 30}
              className="quality-window"
            />
          ))}
          {timeline.points.map((point, i) => (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: several units are made at one moment, and they never move
              key={i}
              x1={x(point.at)}
              x2={x(point.at)}
              y1={point.failed ? FAILED_Y - 18 : OTHERS_Y - 14}
              y2={point.failed ? FAILED_Y + 8 : OTHERS_Y + 6}
              style={{ stroke: point.failed ? 'var(--bad)' : 'var(--ink3)', strokeWidth: point.failed ? 2 : 1 }}
            />
          ))}
          <text x={4} y={HEIGHT - 6}>
            {moment(span.from)}
          </text>
          <text x={Math.max(0, width - 4)} y={HEIGHT - 6} textAnchor="end">
            {moment(span.to)}
          </text>
        </svg>
      </div>
      {!timeline.complete && <p className="muted small">{t('quality.timelineCut')}</p>}
    </Card>
  )
}
