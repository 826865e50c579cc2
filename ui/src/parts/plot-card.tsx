// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from './page'
import { Plot, type Series } from './plot'

type PlotCardProps = { title: string; from: string; labels: string[]; series: Series[]; empty?: ReactNode }

/** Figures as a plot, and as a table of the same figures. */
export function PlotCard({ title, from, labels, series, empty }: PlotCardProps) {
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
    <section className="rows-scroll plot-table" tabIndex={0} aria-label={title}>
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
