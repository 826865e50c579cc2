// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts'

/** Something that is done with numbers, beside their list. */
export function NumberDrawer({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={480}
      title={title}
      closeButtonProps={{ 'aria-label': t('labels.close') }}
    >
      {children}
    </Drawer>
  )
}
