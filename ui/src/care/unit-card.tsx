// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { address } from '../api/client'
import type { UnitSummary } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { pathOf } from './addresses'
import { useCoverage } from './use-care'
import { CoverageList } from './warranty'
import { CoverChip } from './words'
import './care.css'

/** Whether a unit is covered, with the way to the service desk; nothing where no term is for it. */
export default function UnitCareCard({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const coverage = useCoverage(String(unit.id))
  const answer = coverage.data
  if (answer === undefined) {
    return null
  }
  return (
    <Card
      title={t('care.warranty')}
      aside={
        <Link to={address(pathOf('desk'), { unit: String(unit.id) })} className="no-print">
          {t('care.tab.desk')}
        </Link>
      }
    >
      <p className="care-answer">
        <CoverChip state={answer.state} until={answer.until} />
        {answer.remedyFree && <StateChip state="ok">{t('care.remedyFree')}</StateChip>}
      </p>
      <CoverageList coverages={answer.coverages} />
      {answer.parts.length > 0 && (
        <p className="muted small">
          {t('care.partsCovered', {
            n: count(answer.parts.filter(part => part.state === 'covered').length),
            of: count(answer.parts.length),
          })}
        </p>
      )}
    </Card>
  )
}
