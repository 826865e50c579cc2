// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Problem, Unreachable } from '../api/client'
import { useTexts } from '../i18n/texts'
import { StateSign } from './state'

/** What went wrong and what to do about it, in the words of the server. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTexts()
  const body = error instanceof Problem ? error.body : null
  const title = body?.title ?? t(error instanceof Unreachable ? 'parts.unreachable' : 'parts.failed')
  return (
    <section
      className="card"
      role="alert"
      data-state="bad"
      style={{ background: 'var(--state-soft)', borderColor: 'transparent' }}
    >
      <Stack gap={6}>
        <strong style={{ color: 'var(--state)', display: 'flex', gap: 8, alignItems: 'center' }}>
          <StateSign state="bad" />
          {title}
        </strong>
        {body?.detail && <span>{body.detail}</span>}
        {body?.errors?.map(e => (
          <span key={`${e.pointer}${e.detail}`} className="small">
            {e.pointer && <span className="code">{e.pointer} </span>}
            {e.detail}
            {e.expected && ` · ${t('parts.expected', { what: e.expected })}`}
            {e.action && <b> {e.action}</b>}
          </span>
        ))}
        {error instanceof Unreachable && <span>{t('parts.unreachableAction')}</span>}
        {retry && (
          <Button variant="default" size="xs" onClick={retry} style={{ alignSelf: 'start' }}>
            {t('parts.again')}
          </Button>
        )}
      </Stack>
    </section>
  )
}

/** Nothing here yet, and what the next step is. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div style={{ padding: 'var(--s5) var(--s4)', textAlign: 'center' }}>
      <div style={{ fontWeight: 600 }}>{title}</div>
      {children && (
        <div className="muted small" style={{ marginTop: 4 }}>
          {children}
        </div>
      )}
    </div>
  )
}

/** Stands where an answer is about to be. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const { t } = useTexts()
  return (
    <Stack gap="sm" role="status" aria-label={t('parts.waiting')}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={i} height={i === 0 ? 28 : 16} width={i === 0 ? '40%' : '100%'} />
      ))}
    </Stack>
  )
}
