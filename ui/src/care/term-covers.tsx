// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { RowsField } from '../masters/rows-field'
import { Choice, Count, Line } from '../parts/fields'
import { Card } from '../parts/page'
import { oneOf } from '../quality/words'
import { WHATS } from './model'
import { PeriodField } from './period-field'
import { type CoverDraft, keyed, newCover } from './term-draft'
import type { PartProps } from './term-fields'
import { whatWord } from './words'

/** What is covered, each for how long, up to which meter, and how much of it is paid. */
export function CoversFields({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const rows = draft.coverages
  return (
    <Card title={t('care.covers')}>
      <RowsField<CoverDraft>
        legend={t('care.coversLegend')}
        description={t('care.coversHow')}
        fault={fault('/coverages')}
        add={t('care.do.addCover')}
        rows={rows}
        nameOf={row => whatWord(row.what, t)}
        onAdd={() => set({ coverages: [...rows, newCover(WHATS[rows.length] ?? 'other')] })}
        onChange={coverages => set({ coverages })}
      >
        {(row, n) => (
          <Cover
            row={row}
            fault={pointer => fault(`/coverages/${n}${pointer}`)}
            change={patch => set({ coverages: rows.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })}
          />
        )}
      </RowsField>
    </Card>
  )
}

type CoverProps = {
  row: CoverDraft
  change: (patch: Partial<CoverDraft>) => void
  fault: (pointer: string) => string | undefined
}

function Cover({ row, change, fault }: CoverProps) {
  const { t } = useTexts()
  return (
    <div className="care-coverage">
      <div className="field-pair">
        <Choice
          label={t('care.field.what')}
          values={WHATS}
          word={one => t(`care.what.${one}`)}
          value={oneOf(WHATS, row.what)}
          error={fault('/what')}
          onChange={what => change({ what: what ?? row.what })}
        />
        <PeriodField
          label={t('care.field.period')}
          value={row.period}
          error={fault('/period')}
          onChange={period => change({ period })}
        />
      </div>
      <details open={row.meters.length > 0 || row.shares.length > 0 || row.deductible !== undefined || undefined}>
        <summary className="small">{t('care.limits')}</summary>
        <div className="care-form">
          <Meters row={row} change={change} fault={fault} />
          <Shares row={row} change={change} fault={fault} />
          <div className="pair">
            <Line
              decimal
              label={t('care.field.deductible')}
              value={row.deductible?.amount ?? ''}
              error={fault('/deductible/amount') ?? fault('/deductible')}
              onChange={amount => change({ deductible: { amount, currency: row.deductible?.currency ?? 'EUR' } })}
            />
            <Line
              code
              label={t('care.field.currency')}
              value={row.deductible?.currency ?? 'EUR'}
              error={fault('/deductible/currency')}
              onChange={currency =>
                change({ deductible: { amount: row.deductible?.amount ?? '', currency: currency.toUpperCase() } })
              }
            />
          </div>
        </div>
      </details>
    </div>
  )
}

/** The first limit that is reached ends it. */
function Meters({ row, change, fault }: CoverProps) {
  const { t } = useTexts()
  return (
    <RowsField
      legend={t('care.meterLimits')}
      fault={fault('/meters')}
      add={t('care.do.addMeter')}
      rows={row.meters}
      nameOf={one => one.meter}
      onAdd={() => change({ meters: [...row.meters, keyed({ meter: 'km', most: '' })] })}
      onChange={meters => change({ meters })}
    >
      {(one, n) => {
        const edit = (patch: Partial<typeof one>) =>
          change({ meters: row.meters.map(other => (other.key === one.key ? { ...one, ...patch } : other)) })
        return (
          <div className="pair">
            <Line
              decimal
              label={t('care.field.most')}
              value={one.most}
              error={fault(`/meters/${n}/most`)}
              onChange={most => edit({ most })}
            />
            <Line
              label={t('care.field.meter')}
              value={one.meter}
              error={fault(`/meters/${n}/meter`)}
              onChange={meter => edit({ meter })}
            />
          </div>
        )
      }}
    </RowsField>
  )
}

/** How much is paid, by how old it is. */
function Shares({ row, change, fault }: CoverProps) {
  const { t } = useTexts()
  return (
    <RowsField
      legend={t('care.shares')}
      description={t('care.sharesHow')}
      fault={fault('/shares')}
      add={t('care.do.addShare')}
      rows={row.shares}
      nameOf={one => `${one.percent} %`}
      onAdd={() => change({ shares: [...row.shares, keyed({ until: row.period ?? 'P1Y', percent: 100 })] })}
      onChange={shares => change({ shares })}
    >
      {(one, n) => {
        const edit = (patch: Partial<typeof one>) =>
          change({ shares: row.shares.map(other => (other.key === one.key ? { ...one, ...patch } : other)) })
        return (
          <div className="pair">
            <PeriodField
              label={t('care.field.until')}
              value={one.until}
              error={fault(`/shares/${n}/until`)}
              onChange={until => edit({ until: until ?? '' })}
            />
            <Count
              label={t('care.field.percent')}
              value={one.percent}
              error={fault(`/shares/${n}/percent`)}
              onChange={percent => edit({ percent: percent ?? 0 })}
            />
          </div>
        )
      }}
    </RowsField>
  )
}
