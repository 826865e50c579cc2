// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type State, StateChip } from '../parts/state'
import { type Block, type NumberState, STATES } from './model'
import { partsOf } from './parts'

const LOOK: Record<NumberState, State> = { reserved: 'held', printed: 'info', commissioned: 'ok', void: 'gone' }

export function NumberStateChip({ state, n }: { state: NumberState; n?: number }) {
  const { t } = useTexts()
  const word = t(`numbering.state.${state}`)
  return <StateChip state={LOOK[state]}>{n === undefined ? word : `${count(n)} ${word}`}</StateChip>
}

/** How far the numbers of a block have come: a bar, and the same in words. */
export function BlockBar({ block }: { block: Block }) {
  return (
    <div className="block-bar">
      <div className="bar" aria-hidden>
        {partsOf(block).map(({ state, percent }) => (
          <i key={state} data-state={LOOK[state]} style={{ width: `${percent}%` }} />
        ))}
      </div>
      <div className="block-words">
        {STATES.filter(state => block[state] > 0).map(state => (
          <NumberStateChip key={state} state={state} n={block[state]} />
        ))}
      </div>
    </div>
  )
}
