// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { type FocusEvent, type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'

type TaskHeadProps = {
  title: string
  what: string
  modes?: ReactNode
  /** The head in one line, once it says enough. */
  summary: string
  complete: boolean
  /** Whether nothing of it may change at present. */
  frozen: boolean
  /** What the last scan did: a scan ends the work on the fields. */
  said: unknown
  children: ReactNode
}

/** What an act is about. On a phone it folds into one line when it is complete, and the goods have the room. */
export function TaskHead({ title, what, modes, summary, complete, frozen, said, children }: TaskHeadProps) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const small = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const folded = small && complete && !open
  // biome-ignore lint/correctness/useExhaustiveDependencies: it folds with every scan
  useEffect(() => setOpen(false), [said])

  /** Whoever types in it, or answers what it asks, must not see it fold under their fingers. */
  const left = (event: FocusEvent) => {
    const inDialog = event.relatedTarget?.closest('[role="dialog"]') != null
    if (!inDialog && !event.currentTarget.contains(event.relatedTarget)) {
      setOpen(false)
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows where the focus of its fields is
    <div onFocus={() => setOpen(true)} onBlur={left}>
      <PageHead title={title} over={folded ? undefined : what} />
      {modes}
      {small && complete && (
        <UnstyledButton className="task-summary" onClick={() => setOpen(!open)} aria-expanded={open}>
          <span className="task-summary-words">{summary}</span>
          <IconPencil size={18} aria-label={open ? t('tasks.fold') : t('tasks.change')} />
        </UnstyledButton>
      )}
      {!folded && (
        <fieldset className="task-head" disabled={frozen}>
          {children}
        </fieldset>
      )}
    </div>
  )
}
