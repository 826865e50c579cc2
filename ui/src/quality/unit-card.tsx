// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { address, api, segment } from '../api/client'
import type { UnitSummary } from '../api/model'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Card } from '../parts/page'
import { ceiling } from '../parts/plot'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { pathOf, type Tab } from './addresses'
import type { QualityRecord, UnitQuality } from './model'
import { figure } from './words'
import './quality.css'

const HEIGHT = 120
const LEFT = 34

/** What quality knows of a unit; nothing is shown where nothing is known. */
export default function UnitQualityCard({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const mayTake = useMe().may.includes('complain')
  const known = useQuery({
    queryKey: ['quality', 'unit', unit.id],
    queryFn: ({ signal }) => api.get<UnitQuality>(`/units/${segment(String(unit.id))}/quality`, {}, signal),
  })
  const answer = known.data
  if (answer === undefined) {
    return null
  }
  const named = { item: unit.item, lot: unit.serial === undefined ? unit.lot : undefined, serial: unit.serial }
  return (
    <Card
      title={t('shell.to.quality')}
      aside={
        mayTake && (
          <Link to={address('/quality/complaints', { ...named, new: '1' })} className="no-print">
            {t('quality.do.take')}
          </Link>
        )
      }
    >
      {answer.complaints === 0 && <p className="muted">{t('quality.noComplaints')}</p>}
      {answer.rates.map(rate => (
        <Rate key={rate.code} rate={rate} />
      ))}
      {answer.rates.length === 0 && answer.byCode.length > 0 && (
        <p className="quality-chips">
          {answer.byCode.map(one => (
            <Link key={one.code} to={address('/quality/complaints', { ...named, code: one.code })}>
              {one.codeName ?? one.code} · {count(one.n)}
            </Link>
          ))}
        </p>
      )}
      <Records tab="complaints" records={answer.complaintRecords} />
      <Records tab="nonconformances" records={answer.nonconformances} />
      <Records tab="inspections" records={answer.inspections} />
      <Records tab="certificates" records={answer.certificates} />
    </Card>
  )
}

function Records({ tab, records }: { tab: Tab; records: QualityRecord[] }) {
  const { t } = useTexts()
  return (
    records.length > 0 && (
      <>
        <h3 className="quality-part">{t(`quality.tab.${tab}`)}</h3>
        <ul className="quality-list">
          {records.map(one => (
            <li key={one.number}>
              <Link to={pathOf(tab, one.number)}>{one.title ?? one.number}</Link>{' '}
              <span className="muted small">
                <Code>{one.number}</Code>
                {one.at !== undefined && ` · ${day(one.at)}`}
              </span>
            </li>
          ))}
        </ul>
      </>
    )
  )
}

/** The rate of a lot against the band of the lots beside it: what such lots have when nothing is wrong with them. */
function Rate({ rate }: { rate: UnitQuality['rates'][number] }) {
  const { t } = useTexts()
  return (
    <div>
      <h3 className="quality-part">
        {rate.codeName ?? rate.code}{' '}
        {rate.verdict === 'signal' && <StateChip state="bad">{t('quality.verdict.signal')}</StateChip>}
        {rate.verdict === 'watch' && <StateChip state="held">{t('quality.verdict.watch')}</StateChip>}
      </h3>
      <p className="quality-sentence">
        {t('quality.rateWords', { n: count(rate.n), expected: figure(rate.expected) })}
        {rate.ratio !== undefined && (
          <span className="muted">
            {' '}
            {t('quality.ratioWords', {
              ratio: figure(rate.ratio),
              low: figure(rate.ratioLow),
              high: rate.ratioHigh === undefined ? '∞' : figure(rate.ratioHigh),
            })}
          </span>
        )}
      </p>
      {rate.siblings.length > 1 && <Band siblings={rate.siblings} />}
    </div>
  )
}

function Band({ siblings }: { siblings: UnitQuality['rates'][number]['siblings'] }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { ref, width } = useElementSize()
  const top = ceiling(Math.max(1, ...siblings.flatMap(one => [one.n, one.high])))
  const step = Math.max(0, width - LEFT) / siblings.length
  const y = (value: number) => 6 + (1 - value / top) * (HEIGHT - 12)
  return (
    <>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg className="plot" role="img" aria-label={t('quality.bandWords')} width="100%" height="100%">
          {[0, top].map(tick => (
            <g key={tick}>
              <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {count(tick)}
              </text>
            </g>
          ))}
          {siblings.map((one, i) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: each lot is a link in the list of its siblings too
            <g
              key={one.lot.unit}
              className="quality-sibling"
              onClick={() => one.lot.unit !== undefined && void navigate(`/units/${one.lot.unit}`)}
            >
              <title>
                {t('quality.siblingWords', {
                  lot: one.lot.lot,
                  n: count(one.n),
                  low: count(one.low),
                  high: count(one.high),
                })}
              </title>
              <rect
                x={LEFT + i * step + step * 0.1}
                width={Math.max(1, step * 0.8)}
                y={y(one.high)}
                height={Math.max(2, y(one.low) - y(one.high))}
                fill="var(--line)"
              />
              <circle
                cx={LEFT + (i + 0.5) * step}
                cy={y(one.n)}
                r={one.self ? 6 : 3}
                fill={one.n > one.high ? 'var(--bad)' : one.self ? 'var(--accent)' : 'var(--ink3)'}
              />
            </g>
          ))}
        </svg>
      </div>
      <p className="muted small">{t('quality.bandHow')}</p>
    </>
  )
}
