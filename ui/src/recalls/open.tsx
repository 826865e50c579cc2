// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { StateChip } from '../parts/state'
import { isZero } from '../trace/decimals'
import type { Recall } from './model'
import { useReconciliation } from './use-recalls'

/** What nobody knows of yet, by item. */
export function OpenQuantities({ recall }: { recall: Pick<Recall, 'number'> }) {
  const { t } = useTexts()
  const answer = useReconciliation(recall.number)
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (answer.data === undefined) {
    return null
  }
  const { addsUp, items } = answer.data
  const open = items.filter(item => !isZero(item.states.open))
  return (
    <div className="recall-open">
      {!addsUp && <StateChip state="bad">{t('recalls.doesNotAddUp')}</StateChip>}
      {addsUp && open.length === 0 && <StateChip state="ok">{t('recalls.nothingOpen')}</StateChip>}
      {open.map(item => (
        <StateChip key={item.item} state="held">
          {t('recalls.openOf', { name: item.name })} <Quantity qty={item.states.open} unit={item.unit} />
        </StateChip>
      ))}
    </div>
  )
}
