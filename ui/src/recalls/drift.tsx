// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Link } from 'react-router'
import { address } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { weave } from '../lookup/weave'
import { ProblemNotice } from '../parts/notices'
import { StateChip, StateSign } from '../parts/state'
import { useMay } from './may'
import type { CaseVersion, Recall } from './model'
import { useEvaluate } from './use-recalls'

/** What a new answer would change. */
export function DriftWords({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const drift = recall.scope?.drift
  return (
    drift !== undefined && (
      <p>
        {weave(t('recalls.drift', { added: count(drift.added), removed: count(drift.removed) }), {
          entry: (
            <Link to={`/entries/${drift.seq}`} className="recall-whole">
              {t('scopes.entry', { seq: count(drift.seq) })}
            </Link>
          ),
        })}
      </p>
    )
  )
}

/** Shouts on every tab that the version of the scope that counts does not have all that is known. */
export function DriftBanner({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  if (recall.scope?.drift === undefined) {
    return null
  }
  return (
    <section className="card recall-banner no-print" data-state="held" role="status">
      <strong>
        <StateSign state="held" /> {t('recalls.next.drift')}
      </strong>
      <DriftWords recall={recall} />
      {may('evaluate') && <EvaluateButton recall={recall} />}
    </section>
  )
}

/** Asks again, and says what came of it. */
export function EvaluateButton({ recall, plain = false }: { recall: Recall; plain?: boolean }) {
  const { t } = useTexts()
  const evaluate = useEvaluate(recall.number)
  const last = evaluate.data?.recall.scope
  return (
    <>
      <Button
        size={plain ? 'sm' : 'md'}
        variant={plain ? 'default' : 'filled'}
        className="recall-start"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={evaluate.isPending}
        onClick={() => evaluate.mutate()}
      >
        {t('scopes.askAgain')}
      </Button>
      {evaluate.isError && <ProblemNotice error={evaluate.error} />}
      {evaluate.data !== undefined && (
        <span role="status">
          <StateChip state={evaluate.data.added ? 'held' : 'ok'}>
            {evaluate.data.added ? t('recalls.newVersion', { n: count(last?.version ?? 0) }) : t('scopes.isSame')}
          </StateChip>
        </span>
      )}
    </>
  )
}

/** Where the difference of a version to the one before is told unit by unit. */
export function diffPath({ scope, scopeVersion }: Pick<CaseVersion, 'scope' | 'scopeVersion'>): string {
  return address(`/scopes/${scope}`, {
    version: scopeVersion,
    tab: 'changes',
    from: scopeVersion - 1,
    to: scopeVersion,
  })
}
