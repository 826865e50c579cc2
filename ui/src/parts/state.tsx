// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import {
  IconArrowRight,
  IconCheck,
  IconCircleHalf2,
  IconInfoCircle,
  IconQuestionMark,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** The states of anything on screen, each with a colour and a sign; the word comes with them. */
export type State = 'ok' | 'held' | 'bad' | 'gone' | 'unknown' | 'info'

const SIGNS = {
  ok: IconCheck,
  held: IconCircleHalf2,
  bad: IconX,
  gone: IconArrowRight,
  unknown: IconQuestionMark,
  info: IconInfoCircle,
}

export function StateChip({ state, children }: { state: State; children: ReactNode }) {
  const Sign = SIGNS[state]
  return (
    <span className="state" data-state={state}>
      <Sign size={14} stroke={2.2} aria-hidden />
      {children}
    </span>
  )
}

export function StateSign({ state, size = 18 }: { state: State; size?: number }) {
  const Sign = SIGNS[state]
  return (
    <Sign size={size} stroke={2.2} aria-hidden style={{ color: `var(--${state === 'info' ? 'accent' : state})` }} />
  )
}
