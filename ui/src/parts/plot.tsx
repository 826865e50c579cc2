// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useElementSize } from '@mantine/hooks'
import { count } from '../i18n/formats'

/** Numbers that are drawn as bars, in the colour of a token. */
export type Series = { name: string; values: number[]; colour: `--${string}` }

const HEIGHT = 170
const LABELS_HEIGHT = 18
const LABEL_WIDTH = 84
const BAR_WIDTH_MAX = 26
const STEPS = 4

/** Bars over labels, one series on the other; hovering a bar says its figures. */
export function Plot({ title, labels, series }: { title: string; labels: string[]; series: Series[] }) {
  const { ref, width } = useElementSize()
  const sums = labels.map((_, i) => series.reduce((sum, one) => sum + (one.values[i] ?? 0), 0))
  const top = ceiling(Math.max(0, ...sums))
  const ticks = Array.from({ length: STEPS + 1 }, (_, i) => (top * i) / STEPS)
  const left = 10 + 7 * count(top).length
  const step = Math.max(0, width - left) / Math.max(1, labels.length)
  const bar = Math.min(BAR_WIDTH_MAX, step * 0.7)
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, step)))
  const y = (value: number) => HEIGHT - (value / top) * (HEIGHT - 8)
  return (
    <div>
      {series.length > 1 && <Legend series={series} />}
      <div ref={ref} style={{ height: HEIGHT + LABELS_HEIGHT }}>
        <svg className="plot" role="img" aria-label={words(title, labels, series)} width="100%" height="100%">
          {ticks.map(tick => (
            <g key={tick}>
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 4} textAnchor="end">
                {count(tick)}
              </text>
            </g>
          ))}
          {labels.map((label, i) => {
            const x = left + i * step
            let base = 0
            return (
              <g key={label}>
                <title>{[label, ...series.map(one => `${one.name}: ${count(one.values[i] ?? 0)}`)].join('\n')}</title>
                <rect x={x} y={0} width={step} height={HEIGHT} fill="transparent" />
                {series.map(one => {
                  const value = one.values[i] ?? 0
                  base += value
                  return (
                    <rect
                      key={one.name}
                      x={x + (step - bar) / 2}
                      y={y(base)}
                      width={bar}
                      height={Math.max(0, y(base - value) - y(base))}
                      rx={2}
                      fill={`var(${one.colour})`}
                    />
                  )
                })}
                {i % every === 0 && (
                  <text x={x} y={HEIGHT + LABELS_HEIGHT - 4}>
                    {label}
                  </text>
                )}
              </g>
            )
          })}
        </svg>
      </div>
    </div>
  )
}

function Legend({ series }: { series: Series[] }) {
  return (
    <div className="plot-legend small muted">
      {series.map(one => (
        <span key={one.name}>
          <i style={{ background: `var(${one.colour})` }} />
          {one.name}
        </span>
      ))}
    </div>
  )
}

/** Where the axis ends: four steps of 1, 2 or 5 times a power of ten, whole numbers all. */
export function ceiling(most: number): number {
  const needed = Math.max(1, most / STEPS)
  const power = 10 ** Math.floor(Math.log10(needed))
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= needed) ?? needed
  return step * STEPS
}

/** For those who do not see it: what it is about and where it is highest; the figures are in the table. */
function words(title: string, labels: string[], series: Series[]): string {
  const highest = series.map(one => {
    const most = Math.max(0, ...one.values)
    return `${one.name}: ${count(most)} (${labels[one.values.indexOf(most)] ?? ''})`
  })
  return [title, ...highest].join('. ')
}
