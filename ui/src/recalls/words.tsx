// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import type { Texts } from '../i18n/texts'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import type { Kind, Stage } from './model'
import { progress, stateOfStage } from './stages'
import { percent, spanOf } from './sums'

export function StageChip({ stage }: { stage: Stage }) {
  const { t } = useTexts()
  return <StateChip state={stateOfStage(stage)}>{t(`recalls.stage.${stage}`)}</StateChip>
}

export function KindWord({ kind }: { kind: Kind }) {
  const { t } = useTexts()
  return <>{t(`recalls.kind.${kind}`)}</>
}

/** How far a case has come, as a bar beside its chip. */
export function HowFar({ stage }: { stage: Stage }) {
  return (
    <span className="recall-far" aria-hidden>
      <i style={{ width: `${Math.round(progress(stage) * 100)}%` }} />
    </span>
  )
}

/** A share in percent, or a dash when it is not known yet. */
export function shareWords(share: string | undefined): string {
  const whole = percent(share)
  if (whole === undefined) {
    return '–'
  }
  return whole === 0 && Number(share) > 0 ? `< ${count(1)} %` : `${count(whole)} %`
}

/** A time such as 2 h 5 min, or a dash when it is not known yet. */
export function spanWords(t: Texts, seconds: number | undefined): string {
  if (seconds === undefined) {
    return '–'
  }
  if (seconds < 60) {
    return t('recalls.seconds', { n: count(seconds) })
  }
  const { hours, minutes } = spanOf(seconds)
  if (minutes === 0) {
    return t('recalls.hours', { h: count(hours) })
  }
  return hours === 0
    ? t('recalls.minutes', { m: count(minutes) })
    : t('recalls.hoursMinutes', { h: count(hours), m: count(minutes) })
}
