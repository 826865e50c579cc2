// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { camera, useCameraIsOpen } from './camera-store'

/** Opens the camera, and closes it; beside every field that takes scans. */
export function CameraButton({ size = 44, onOpen }: { size?: number; onOpen?: () => void }) {
  const { t } = useTexts()
  const open = useCameraIsOpen()
  return (
    <ActionIcon
      variant={open ? 'filled' : 'default'}
      size={size}
      aria-label={t('scan.camera')}
      aria-pressed={open}
      onClick={() => {
        camera.set(!open)
        onOpen?.()
      }}
    >
      <IconCamera size={size > 40 ? 22 : 18} stroke={1.8} />
    </ActionIcon>
  )
}
