// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTexts } from '../i18n/texts'

const SAID_MS = 2_500

/**
 * A long code with a button that copies it. Browsers give the clipboard to pages over HTTPS only; elsewhere the code
 * is marked, so that it can be copied by hand.
 */
export function Copyable({ name, text }: { name: string; text: string }) {
  const { t } = useTexts()
  const shown = useRef<HTMLSpanElement>(null)
  const [said, setSaid] = useState<'nothing' | 'copied' | 'marked'>('nothing')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('copied')
    } catch {
      if (shown.current !== null) {
        window.getSelection()?.selectAllChildren(shown.current)
      }
      setSaid('marked')
    }
    window.setTimeout(() => setSaid('nothing'), SAID_MS)
  }
  const words = said === 'nothing' ? t('parts.copy', { name }) : t(`parts.${said}`)
  return (
    <span className="copyable">
      <span ref={shown} className="code">
        {text}
      </span>
      <Tooltip label={words} opened={said === 'nothing' ? undefined : true}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="no-print"
          onClick={() => void copy()}
          aria-label={t('parts.copy', { name })}
        >
          {said === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <span className="hidden-words" role="status">
        {said !== 'nothing' && t(`parts.${said}`)}
      </span>
    </span>
  )
}
