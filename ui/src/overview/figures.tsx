// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type State, StateSign } from '../parts/state'
import { EXPIRING_DAYS, FIGURES, type FigureName, type OverviewAnswer } from './model'

const ROWS: Record<FigureName, string> = {
  expiring: `/lookup?state=expiring&days=${EXPIRING_DAYS}`,
  expired: '/lookup?state=expired',
  held: '/lookup?state=held',
  twins: '/lookup?state=twin',
  unknown: '/lookup?state=unknown',
  entries: '/entries',
}

/** The state of the figure when it is not zero. */
const STATES: Record<FigureName, State> = {
  expiring: 'held',
  expired: 'bad',
  held: 'held',
  twins: 'unknown',
  unknown: 'unknown',
  entries: 'info',
}

/** The numbers of the day, each a way to its rows; what has grown beyond counting is said so. */
export function Figures({ answer }: { answer: OverviewAnswer }) {
  const { t } = useTexts()
  return (
    <nav className="figures" aria-label={t('overview.figures')}>
      {FIGURES.map(name => {
        const n = answer[name]
        const state: State = n === 0 ? 'ok' : STATES[name]
        return (
          <Link key={name} to={ROWS[name]} className="card figure">
            <span className="overview-figure-name">
              <StateSign state={state} size={15} />
              {t(`overview.figure.${name}`, { days: EXPIRING_DAYS })}
            </span>
            <span className="value">
              {answer.capped?.includes(name) ? t('overview.more', { n: count(n) }) : count(n)}
            </span>
            <span className="muted small">{t(`overview.what.${name}`, { days: EXPIRING_DAYS })}</span>
          </Link>
        )
      })}
    </nav>
  )
}
