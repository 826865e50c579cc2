// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { PlotCard } from '../parts/plot-card'
import type { OverviewAnswer } from './model'

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
