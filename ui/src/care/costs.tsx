// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { count, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Choice, countryName } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { PlotCard } from '../parts/plot-card'
import { Rows } from '../parts/rows'
import { oneOf } from '../quality/words'
import { withParams } from '../recalls/addresses'
import { COSTS_BY, type Cost, type CostsBy } from './model'
import { CareTabs } from './tabs'
import { useCosts } from './use-care'
import { moneyWords } from './words'

/** Bars beside each other; the rest is in the table. */
const BARS_MAX = 14

/** What claims cost and what came back of it, by month or by what they are about. */
export function Costs() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const by = oneOf(COSTS_BY, params.get('by') ?? undefined) ?? 'month'
  const query = { from: params.get('from') ?? undefined, to: params.get('to') ?? undefined }
  const costs = useCosts(by, query)
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  const currencies = [...new Set(costs.data?.map(one => one.currency))].sort()
  return (
    <div className="page-parts care">
      <PageHead title={t('care.tab.costs')} over={t('care.costsWhat')} />
      <CareTabs open="costs" />
      <div className="care-filters no-print">
        <Choice
          label={t('care.field.by')}
          values={COSTS_BY}
          word={one => t(`care.by.${one}`)}
          value={by}
          onChange={one => set({ by: one })}
        />
        {(['from', 'to'] as const).map(name => (
          <TextInput
            key={name}
            type="date"
            size="md"
            label={t(`care.field.${name}`)}
            value={query[name] ?? ''}
            onChange={e => set({ [name]: e.currentTarget.value || undefined })}
          />
        ))}
      </div>
      {costs.isError && <ProblemNotice error={costs.error} retry={() => void costs.refetch()} />}
      {costs.isPending && <Waiting />}
      {costs.data?.length === 0 && (
        <Card>
          <Empty title={t('care.noCosts')}>{t('care.noCostsHow')}</Empty>
        </Card>
      )}
      {currencies.map(currency => (
        <OfCurrency
          key={currency}
          by={by}
          currency={currency}
          rows={costs.data?.filter(one => one.currency === currency) ?? []}
        />
      ))}
    </div>
  )
}

/** Amounts in different currencies are never added up. */
function OfCurrency({ by, currency, rows }: { by: CostsBy; currency: string; rows: Cost[] }) {
  const { t } = useTexts()
  const word = (row: Cost) => {
    if (row.key === '') {
      return t('care.notSaid')
    }
    return by === 'month' ? moment(row.key) : by === 'country' ? countryName(row.key) : (row.name ?? row.key)
  }
  const ranked = by === 'month' ? rows : [...rows].sort((a, b) => Number(b.amount) - Number(a.amount))
  const drawn = ranked.slice(by === 'month' ? -36 : 0, by === 'month' ? undefined : BARS_MAX)
  return (
    <>
      <PlotCard
        title={t('care.costsIn', { currency })}
        from={t(`care.by.${by}`)}
        labels={drawn.map(word)}
        series={[
          { name: t('care.recovered'), values: drawn.map(row => Number(row.recovered)), colour: '--ok' },
          {
            name: t('care.borne'),
            values: drawn.map(row => Math.max(0, Number(row.amount) - Number(row.recovered))),
            colour: '--held',
          },
        ]}
      />
      <Card title={t('care.figures')}>
        <Rows
          words={[t(`care.by.${by}`)]}
          numbers={[t('care.tab.claims'), t('care.field.cost'), t('care.recovered')]}
          label={t('care.figures')}
        >
          {ranked.map(row => (
            <tr key={row.key}>
              <td>{word(row)}</td>
              <td className="num">{count(row.claims)}</td>
              <td className="num care-money">{moneyWords({ amount: row.amount, currency })}</td>
              <td className="num care-money">{moneyWords({ amount: row.recovered, currency })}</td>
            </tr>
          ))}
        </Rows>
      </Card>
    </>
  )
}
