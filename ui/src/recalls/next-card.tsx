// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { StateSign } from '../parts/state'
import { pathOf } from './addresses'
import { AdvanceForm, CloseForm, ReopenForm } from './advance'
import { DecideForm } from './decide'
import { DriftWords, EvaluateButton } from './drift'
import { HazardForm, InvestigateForm } from './investigate'
import { useDoes } from './may'
import type { Recall } from './model'
import { SampleForm } from './sample'
import { DOES, NEEDS, nextThing, type Thing } from './stages'
import { usePullCounts } from './use-recalls'

/** What a case asks for first, with what does it; who may not is told who can. */
export function NextCard({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const pulls = usePullCounts(recall.number, recall.scope !== undefined && recall.kind !== 'mock')
  const does = useDoes()
  const thing = nextThing(recall, pulls.data?.open)
  const waits = thing === 'waitForScope' || does(DOES[thing]) ? null : NEEDS[DOES[thing]]
  return (
    <section className="card recall-next" aria-label={t('recalls.nextThing')} data-state={stateOf(thing)}>
      <h2>
        <StateSign state={stateOf(thing)} />
        {t(`recalls.next.${thing}`)}
      </h2>
      <p className="muted">{t(`recalls.nextWhy.${thing}`, wordsOf(recall, pulls.data?.open ?? 0))}</p>
      {pulls.isError && <ProblemNotice error={pulls.error} retry={() => void pulls.refetch()} />}
      {waits === null ? <Doing recall={recall} thing={thing} /> : <p>{t(`recalls.waitsFor.${waits}`)}</p>}
      {waits !== null && does('pull') && (pulls.data?.open ?? 0) > 0 && (
        <Way to={pathOf(recall.number, 'pull')}>{t('recalls.do.pull')}</Way>
      )}
    </section>
  )
}

function stateOf(thing: Thing) {
  switch (thing) {
    case 'drift':
    case 'notify':
    case 'pull':
    case 'decide':
      return 'held'
    case 'close':
    case 'reconcile':
      return 'ok'
    case 'closed':
      return 'gone'
    default:
      return 'info'
  }
}

function wordsOf({ counts }: Recall, open: number): Record<string, string> {
  return {
    untold: count(counts.consignees - counts.told),
    consignees: count(counts.consignees),
    told: count(counts.told),
    // Some answer before they are told.
    silent: count(Math.max(0, counts.told - counts.answered)),
    unchecked: count(counts.sampled - counts.checked),
    open: count(open),
  }
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <Button component={Link} to={to} size="md" rightSection={<IconArrowRight size={18} aria-hidden />}>
      {children}
    </Button>
  )
}

function Doing({ recall, thing }: { recall: Recall; thing: Thing }): ReactNode {
  const { t } = useTexts()
  const { number } = recall
  const way = (to: string, words: string) => <Way to={to}>{words}</Way>
  switch (thing) {
    case 'investigate':
      return <InvestigateForm recall={recall} />
    case 'evaluateHazard':
      return <HazardForm recall={recall} />
    case 'ask':
      return way(pathOf(number, 'scope'), t('recalls.do.ask'))
    case 'decide':
      return <DecideForm recall={recall} />
    case 'waitForScope':
      return null
    case 'drift':
      return (
        <>
          <DriftWords recall={recall} />
          <EvaluateButton recall={recall} />
        </>
      )
    case 'notify':
      return way(pathOf(number, 'notices'), t('recalls.do.notify'))
    case 'pull':
      return way(pathOf(number, 'pull'), t('recalls.do.pull'))
    case 'answers':
      return (
        <div className="form-buttons">
          {way(pathOf(number, 'consignees', { state: 'told' }), t('recalls.do.answers'))}
          <AdvanceForm recall={recall} to="effectiveness" quiet />
        </div>
      )
    case 'effectiveness':
      return <AdvanceForm recall={recall} to="effectiveness" />
    case 'drawSample':
      return <SampleForm recall={recall} />
    case 'check':
      return way(pathOf(number, 'effectiveness'), t('recalls.do.check'))
    case 'reconcile':
      return (
        <>
          <AdvanceForm recall={recall} to="reconciled" />
          <Link to={pathOf(number, 'quantities')} className="recall-back">
            {t('recalls.tab.quantities')}
          </Link>
        </>
      )
    case 'close':
      return <CloseForm recall={recall} />
    case 'closed':
      return <ReopenForm recall={recall} />
  }
}
