// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Code } from '../parts/code'
import { countryName } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure } from '../parts/page'
import { Moment } from '../parts/when'
import { pathOf } from './addresses'
import { Curve } from './curve'
import { HazardForm, InvestigateForm } from './investigate'
import { useMay } from './may'
import type { CaseFigures, Recall } from './model'
import { NextCard } from './next-card'
import { StageLine } from './stage-line'
import { tabsOf } from './stages'
import { useFigures } from './use-recalls'
import { shareWords, spanWords } from './words'

/** A case at a glance: what to do next, how far it is, its figures, and what was found and decided. */
export function CaseOverview({ recall }: { recall: Recall }) {
  return (
    <>
      <NextCard recall={recall} />
      <StageLine recall={recall} />
      {recall.scope !== undefined && <ScopedFigures recall={recall} />}
      <div className="side-by-side">
        <Found recall={recall} />
        <Decided recall={recall} />
      </div>
    </>
  )
}

function ScopedFigures({ recall }: { recall: Recall }) {
  const figures = useFigures(recall.number)
  return (
    <>
      <CountFigures recall={recall} figures={figures.data} />
      {figures.isError && <ProblemNotice error={figures.error} retry={() => void figures.refetch()} />}
      {figures.isPending && <Waiting />}
      {figures.data !== undefined && (
        <>
          <TimeFigures figures={figures.data} />
          <Curve curve={figures.data.curve} />
        </>
      )}
    </>
  )
}

/** The numbers of the work, each a way to its rows. */
function CountFigures({ recall, figures }: { recall: Recall; figures: CaseFigures | undefined }) {
  const { t } = useTexts()
  const { number, counts, scope, stop } = recall
  const tabs = tabsOf(recall)
  const accounted = figures?.curve.at(-1)?.accounted
  const link = (tab: (typeof tabs)[number], label: string, value: ReactNode, note: string) => (
    <Link key={tab} to={pathOf(number, tab)} className="card figure">
      <div className="card-title recall-figure-name">{label}</div>
      <div className="value">{value}</div>
      <div className="muted small">{note}</div>
    </Link>
  )
  return (
    <nav className="figures" aria-label={t('recalls.figures')}>
      {link(
        'scope',
        t('recalls.inScope'),
        count(scope?.units ?? 0),
        t('trace.kinds', { lots: count(scope?.lots ?? 0), serials: count(scope?.serials ?? 0) }),
      )}
      {stop !== undefined &&
        link('pull', t('recalls.stopped'), count(stop.units), t('recalls.arrivedN', { n: count(stop.arrived) }))}
      {tabs.includes('notices') &&
        link(
          'consignees',
          t('recalls.told'),
          t('recalls.ofAll', { n: count(counts.told), all: count(counts.consignees) }),
          t('recalls.answeredN', { n: count(counts.answered) }),
        )}
      {!tabs.includes('notices') &&
        link('consignees', t('recalls.tab.consignees'), count(counts.consignees), t('recalls.wouldBeTold'))}
      {link('quantities', t('recalls.accounted'), shareWords(accounted), t('recalls.accountedHow'))}
      {tabs.includes('effectiveness') &&
        link(
          'effectiveness',
          t('recalls.checked'),
          t('recalls.ofAll', { n: count(counts.checked), all: count(counts.sampled) }),
          t('recalls.effectiveN', { share: shareWords(figures?.effective) }),
        )}
    </nav>
  )
}

function TimeFigures({ figures }: { figures: CaseFigures }) {
  const { t } = useTexts()
  return (
    <section className="figures recall-times" aria-label={t('recalls.times')}>
      <Figure label={t('recalls.toScope')}>{spanWords(t, figures.toScope)}</Figure>
      <Figure label={t('recalls.toStop')}>{spanWords(t, figures.toStop)}</Figure>
      <Figure label={t('recalls.toFirstNotice')}>{spanWords(t, figures.toFirstNotice)}</Figure>
      {figures.located.map(({ hours, share }) => (
        <Figure key={hours} label={t('recalls.located', { hours: count(hours) })}>
          {shareWords(share)}
        </Figure>
      ))}
      {figures.overRecall !== undefined && (
        <Figure label={t('recalls.overRecall')} note={t('recalls.overRecallHow')}>
          {figures.overRecall}
        </Figure>
      )}
    </section>
  )
}

/** A card whose content can be written anew by those who may. */
function Written(props: {
  title: string
  can: boolean
  change: string
  form: (close: () => void) => ReactNode
  children: ReactNode
}) {
  const { title, can, change, form, children } = props
  const [open, setOpen] = useState(false)
  return (
    <Card
      title={title}
      aside={
        can &&
        !open && (
          <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => setOpen(true)}>
            {change}
          </Button>
        )
      }
    >
      {open ? form(() => setOpen(false)) : children}
    </Card>
  )
}

function Found({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const { investigation, hazard } = recall
  return (
    <div className="page-parts">
      {investigation !== undefined && (
        <Written
          title={t('recalls.stage.investigation')}
          can={may('investigate')}
          change={t('recalls.change')}
          form={close => <InvestigateForm recall={recall} done={close} cancel={close} />}
        >
          <p className="long-text">{investigation.findings}</p>
        </Written>
      )}
      {hazard !== undefined && (
        <Written
          title={t('recalls.stage.hazardEvaluation')}
          can={may('evaluateHazard')}
          change={t('recalls.change')}
          form={close => <HazardForm recall={recall} done={close} cancel={close} />}
        >
          <Facts
            facts={[
              [t('recalls.field.hazard'), hazard.hazard],
              [t('recalls.field.severity'), hazard.severity && t(`recalls.severity.${hazard.severity}`)],
              [t('recalls.field.likelihood'), hazard.likelihood && t(`recalls.likelihood.${hazard.likelihood}`)],
              [t('recalls.field.atRisk'), hazard.atRisk],
              [t('recalls.field.injuries'), hazard.injuries !== undefined && count(hazard.injuries)],
              [t('recalls.field.conclusion'), hazard.conclusion],
            ]}
          />
        </Written>
      )}
    </div>
  )
}

function Decided({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const { decision } = recall
  if (decision === undefined) {
    return null
  }
  const { decide, at, by } = decision
  const acts = decide.action === 'act'
  return (
    <Card title={t('recalls.stage.decision')} aside={<Moment at={at} />}>
      <Facts
        facts={[
          [t('recalls.field.action'), t(acts ? 'recalls.action.act' : 'recalls.action.none')],
          [t('recalls.decidedBy'), by],
          [t('recalls.field.reason'), decide.reason],
          [t('recalls.field.hazardClass'), decide.hazardClass && t(`recalls.hazardClass.${decide.hazardClass}`)],
          [t('recalls.field.depth'), decide.depth && t(`recalls.depth.${decide.depth}`)],
          [
            t('recalls.field.countries'),
            acts && (decide.countries?.length ? decide.countries.map(countryName).join(', ') : t('recalls.everywhere')),
          ],
          [t('recalls.field.level'), decide.level && t(`recalls.level.${decide.level}`)],
          [t('recalls.field.cage'), decide.cage && <Code>{decide.cage}</Code>],
          [t('recalls.field.publicWarning'), acts && t(decide.publicWarning ? 'lookup.yes' : 'lookup.no')],
        ]}
      />
    </Card>
  )
}
