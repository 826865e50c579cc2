// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import type { Question } from './question'
import { askedMs } from './use-trace'

const TICK_MS = 1_000

/** A long trace: how long it has taken so far. How long it will take nobody knows. */
export function Progress({ question }: { question: Question }) {
  const { t } = useTexts()
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => window.clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.round((nowMs - askedMs(question)) / 1000))
  return (
    <section className="card trace-progress">
      <Loader size="sm" aria-hidden />
      <div>
        <strong role="status">{t('trace.working')}</strong>{' '}
        <span className="num" aria-hidden>
          {t('trace.elapsed', { seconds })}
        </span>
        <div className="muted small">{t('trace.workingHow')}</div>
      </div>
    </section>
  )
}
