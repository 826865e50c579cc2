// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, type ButtonProps } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import type { Job } from './job'

const PrintDrawer = lazy(() => import('./print-drawer'))

/** Opens the drawer that prints labels; for those who may print. */
export function PrintButton({ job, words, ...button }: { job: Job; words?: string } & ButtonProps) {
  const { t } = useTexts()
  const { may } = useMe()
  const [open, setOpen] = useState(false)
  if (!may.includes('print')) {
    return null
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTag size={16} aria-hidden />}
        {...button}
        onClick={() => setOpen(true)}
      >
        {words ?? t('labels.printLabel')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PrintDrawer job={job} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
