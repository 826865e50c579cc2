// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'

const KINDS = '.csv,.tsv,.txt,.xlsx,.xml,.json,.jsonld'

/** A file is dropped here or chosen. */
export function Drop({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTexts()
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button in it is for all
    <div
      className="card drop"
      data-over={over || undefined}
      onDragOver={e => {
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={e => {
        e.preventDefault()
        setOver(false)
        const [file] = e.dataTransfer.files
        if (file !== undefined) {
          onFile(file)
        }
      }}
    >
      <IconFileUpload size={32} stroke={1.4} aria-hidden />
      <b>{t('masters.drop')}</b>
      <span className="muted small">{t('masters.dropKinds')}</span>
      <FileButton onChange={file => file !== null && onFile(file)} accept={KINDS}>
        {props => <Button {...props}>{t('masters.choose')}</Button>}
      </FileButton>
    </div>
  )
}
