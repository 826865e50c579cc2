// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal, Stack } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { type Found, meaning } from '../lookup/meaning'

/** A number that several things have: whoever scanned says which one it is. */
export function Choice({
  found,
  onChoose,
  onClose,
}: {
  found: Found[]
  onChoose: (one: Found) => void
  onClose: () => void
}) {
  const { t } = useTexts()
  return (
    <Modal opened={found.length > 0} onClose={onClose} title={t('tasks.which')}>
      <Stack gap="xs">
        {found.map(one => {
          const { title, subtitle } = meaning(one, t)
          return (
            <Button key={JSON.stringify(one)} variant="default" size="lg" justify="start" onClick={() => onChoose(one)}>
              <span style={{ textAlign: 'left' }}>
                <span className="code">{title}</span>
                <span className="muted small" style={{ display: 'block' }}>
                  {subtitle}
                </span>
              </span>
            </Button>
          )
        })}
      </Stack>
    </Modal>
  )
}
