// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconArrowsExchange, IconCircleHalf2, IconPrinter, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { address } from '../api/client'
import type { UnitSummary } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { jobOfUnit } from '../labels/job'
import { PrintButton } from '../labels/print-button'
import { Code, ItemLink, numberOf } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { RecallBanner } from '../parts/recalled'
import { useMayRecord } from '../shell/session'
import { useRemember } from './remembered'
import { Timeline } from './timeline'
import { UnitChips } from './unit-chips'
import { UnitFacts } from './unit-facts'
import { UnitFigures } from './unit-figures'
import { Contents, PartsOf, UsesOf } from './unit-inside'
import { summaryQuestion } from './unit-questions'
import { UnitUsable } from './unit-usable'
import { UnitWhere } from './unit-where'

const UnitAsked = lazy(() => import('./unit-asked'))
const UnitQuality = lazy(() => import('../quality/unit-card'))
const UnitCare = lazy(() => import('../care/unit-card'))

/** Everything about a lot, a serial or a container. Each part is asked for by itself, so that none waits for another. */
export default function UnitPage() {
  const { id = '' } = useParams()
  const { t } = useTexts()
  const summary = useQuery(summaryQuestion(id))
  const unit = summary.data
  useRemember(
    unit && {
      kind: unit.kind,
      path: `/units/${unit.id}`,
      title: numberOf(unit),
      detail: unit.name ?? unit.item,
    },
  )
  if (summary.isError && unit === undefined) {
    return <ProblemNotice error={summary.error} retry={() => void summary.refetch()} />
  }
  return (
    <>
      {unit === undefined ? <Waiting rows={3} /> : <UnitHead unit={unit} />}
      <div className="columns">
        <div className="stack">
          {unit === undefined ? (
            <Waiting />
          ) : (
            <>
              {unit.kind !== 'container' && <UnitUsable unit={unit} />}
              <UnitWhere unit={unit} />
              <UnitFacts unit={unit} />
              {unit.kind === 'container' && <Contents unit={unit} />}
            </>
          )}
          {unit?.kind !== 'container' && <PartsOf id={id} />}
          {unit?.kind !== 'container' && <UsesOf id={id} />}
          {unit !== undefined && (
            <Suspense fallback={null}>
              {(unit.kind === 'serial' || unit.kind === 'lot') && <UnitCare unit={unit} />}
              {unit.kind !== 'container' && <UnitQuality unit={unit} />}
              <UnitAsked unit={unit} />
            </Suspense>
          )}
        </div>
        <Card title={t('lookup.happened')}>
          <Timeline path={`/units/${id}/history`} of={id} empty={<NoHistory unit={unit} />} />
        </Card>
      </div>
    </>
  )
}

/** Of a lot whose serials are what moves, the serials have the entries. */
function NoHistory({ unit }: { unit?: UnitSummary }) {
  const { t } = useTexts()
  return unit?.serials ? (
    <Empty title={t('lookup.noEntriesOfLot')}>
      <SerialsLink unit={unit} />
    </Empty>
  ) : (
    <Empty title={t('lookup.noEntries')} />
  )
}

function SerialsLink({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const n = unit.serials ?? 0
  return (
    <Link to={address('/lookup', { kind: 'serial', item: unit.item, lot: unit.lot })}>
      {t('lookup.serials', { count: n, number: count(n) })}
    </Link>
  )
}

function UnitHead({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const number = numberOf(unit)
  return (
    <>
      <RecallBanner recalls={unit.recalls} />
      <PageHead
        title={number}
        over={
          <>
            {t(`lookup.kind.${unit.kind}`)}
            {unit.item && (
              <>
                {' · '}
                <ItemLink code={unit.item} name={unit.name} /> · <Code>{unit.item}</Code>
              </>
            )}
            {unit.kind === 'serial' && unit.lot && (
              <>
                {' · '}
                <Link to={`/lookup?code=${encodeURIComponent(unit.lot)}&of=${encodeURIComponent(unit.item ?? '')}`}>
                  {t('lookup.ofLot', { lot: unit.lot })}
                </Link>
              </>
            )}
          </>
        }
        heading={<Code>{number}</Code>}
        states={<UnitChips unit={unit} />}
        actions={<UnitActions unit={unit} />}
      />
      <UnitFigures unit={unit} />
      {unit.serials !== undefined && unit.serials > 0 && (
        <p className="unit-serials">
          <SerialsLink unit={unit} />
        </p>
      )}
    </>
  )
}

function UnitActions({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const mayRecord = useMayRecord()
  const { item, serial, container, lot } = unit
  const seed = serial !== undefined ? { item, serial } : container !== undefined ? { container } : { item, lot }
  const holds = unit.holds.length > 0
  return (
    <>
      {unit.kind !== 'untracked' && (
        <Button
          component={Link}
          to={address('/trace', { direction: 'forward', ...seed })}
          leftSection={<IconSitemap size={16} aria-hidden />}
        >
          {t('lookup.trace')}
        </Button>
      )}
      {mayRecord(holds ? 'release' : 'hold') && (
        <Button
          component={Link}
          to={`/tasks/hold?unit=${unit.id}`}
          variant="default"
          leftSection={<IconCircleHalf2 size={16} aria-hidden />}
        >
          {t(holds ? 'lookup.release' : 'lookup.hold')}
        </Button>
      )}
      {mayRecord('move') && (
        <Button
          component={Link}
          to={`/tasks/move?unit=${unit.id}`}
          variant="default"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
        >
          {t('lookup.move')}
        </Button>
      )}
      {unit.kind !== 'untracked' && <PrintButton job={jobOfUnit(unit)} />}
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('lookup.print')}
      </Button>
    </>
  )
}
