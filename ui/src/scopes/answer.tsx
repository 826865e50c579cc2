// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import { BalanceCard } from '../trace/balance'
import { Cuts } from '../trace/cuts'
import { Figures } from '../trace/figures'
import { ProofFacts } from '../trace/proof'
import { ConsigneeTable, PlaceTable } from '../trace/tables'
import { useItems } from '../trace/use-trace'
import { useVersion } from './use-scopes'

/** What one version says: its totals, who has it, where it is, and the proof. */
export function Answer({ id, version }: { id: string; version: number }) {
  const { t } = useTexts()
  const answer = useVersion(id, version)
  const data = answer.data
  const items = useItems(
    data === undefined
      ? []
      : [...data.policy.seeds.flatMap(seed => seed.item ?? []), ...data.summary.byItem.map(row => row.item)],
  )
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (data === undefined) {
    return <Waiting />
  }
  const units = new Set(data.policy.seeds.map(seed => items.get(seed.item ?? '')?.unit))
  return (
    <div className="page-parts scope-answer">
      <Cuts answer={data} />
      {data.notAnswered.map(part => (
        <span key={part}>
          <StateChip state="held">{t('trace.notAnswered', { part })}</StateChip>
        </span>
      ))}
      <Figures answer={data} items={items} />
      {data.balance !== undefined && (
        <BalanceCard balance={data.balance} unit={units.size === 1 ? [...units][0] : undefined} />
      )}
      <section>
        <h2 className="card-title">{t('trace.show.consignees')}</h2>
        <ConsigneeTable rows={data.summary.consignees} items={items} />
      </section>
      <section>
        <h2 className="card-title">{t('trace.show.places')}</h2>
        <PlaceTable rows={data.summary.onHand} items={items} empty={t('trace.noPlaces')} />
      </section>
      <section>
        <h2 className="card-title">{t('scopes.proofOf', { n: count(version) })}</h2>
        <ProofFacts proof={data.proof} />
      </section>
    </div>
  )
}
