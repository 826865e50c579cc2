// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { CameraButton } from '../scan/camera-button'
import { shown } from '../scan/several'

/** The one box that takes any number, code or address of a code. */
export function CodeBox({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState(shown(code))
  useEffect(() => setText(shown(code)), [code])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = text.trim()
    if (typed !== '') {
      // What it shows of a scan is for people; as long as nobody changed it the scan itself is meant.
      onCode(typed === shown(code) ? code : typed)
    }
  }

  return (
    <form onSubmit={submit} className="lookup-box no-print">
      <div className="lookup-box-field">
        <TextInput
          label={t('lookup.box')}
          description={t('lookup.boxHow')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={text}
          onChange={e => setText(e.currentTarget.value)}
          onFocus={e => e.currentTarget.select()}
          leftSection={<IconBarcode size={20} aria-hidden />}
          size="lg"
          style={{ flex: 1 }}
          autoFocus
          data-takes-scans
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={2000}
        />
        <CameraButton size={50} />
      </div>
      <Button type="submit" size="lg" disabled={text.trim() === ''}>
        {t('lookup.find')}
      </Button>
    </form>
  )
}
