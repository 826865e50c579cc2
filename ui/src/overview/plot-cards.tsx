// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import type { OverviewAnswer } from './model'
import { Plot, type Series } from './plot'

/** Stock by the week in which it expires, and the acts of each day; each as a plot and as a table of the same figures. */
export function PlotCards({ answer }: { answer: OverviewAnswer }) {
  const { t } = useTexts()
  const weeks = answer.stockByExpiryWeek
  const days = answer.actsByDay
  const dated = weeks.some(week => week.lots + week.serials > 0)
  return (
    <div className="overview-plots">
      <PlotCard
        title={t('overview.byWeek')}
        from={t('overview.weekFrom')}
        labels={weeks.map(week => day(week.from))}
        series={[
          { name: t('overview.lots'), values: weeks.map(week => week.lots), colour: '--accent' },
          { name: t('overview.serials'), values: weeks.map(week => week.serials), colour: '--held' },
        ]}
        empty={dated ? undefined : t('overview.nothingDated')}
      />
      <PlotCard
        title={t('overview.byDay')}
        from={t('overview.day')}
        labels={days.map(one => day(one.day))}
        series={[{ name: t('overview.acts'), values: days.map(one => one.acts), colour: '--accent' }]}
      />
    </div>
  )
}

type PlotCardProps = { title: string; from: string; labels: string[]; series: Series[]; empty?: ReactNode }

function PlotCard({ title, from, labels, series, empty }: PlotCardProps) {
  const { t } = useTexts()
  const [table, setTable] = useState(false)
  return (
    <Card
      title={title}
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
      {empty !== undefined && <p className="muted">{empty}</p>}
      {table && <FigureTable title={title} from={from} labels={labels} series={series} />}
      {!table && empty === undefined && <Plot title={title} labels={labels} series={series} />}
    </Card>
  )
}

function FigureTable({ title, from, labels, series }: Omit<PlotCardProps, 'empty'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="rows-scroll overview-table" tabIndex={0} aria-label={title}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{from}</th>
            {series.map(one => (
              <th key={one.name} scope="col" className="num">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, i) => (
            <tr key={label}>
              <td>{label}</td>
              {series.map(one => (
                <td key={one.name} className="num">
                  {count(one.values[i] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
