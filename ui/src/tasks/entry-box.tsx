// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, FileButton, Menu, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { IconCornerDownLeft, IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { CameraButton } from '../scan/camera-button'

/** Where a number is typed that cannot be scanned; and the ways to bring in many at once. */
export function EntryBox({ onCode, onMany }: { onCode: (code: string) => void; onMany?: (codes: string[]) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [paste, setPaste] = useState<string | null>(null)

  const submit = () => {
    const code = text.trim()
    if (code !== '') {
      setText('')
      onCode(code)
    }
  }

  const take = (many: string) => {
    setPaste(null)
    onMany?.(codesOf(many))
  }

  return (
    <div className="entry-box">
      <TextInput
        aria-label={t('tasks.typed')}
        placeholder={t('tasks.typed')}
        value={text}
        onChange={e => setText(e.currentTarget.value)}
        onKeyDown={e => e.key === 'Enter' && submit()}
        size="md"
        data-takes-scans
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        rightSection={
          <ActionIcon
            variant="subtle"
            size={36}
            onClick={submit}
            aria-label={t('tasks.take')}
            disabled={text.trim() === ''}
          >
            <IconCornerDownLeft size={18} />
          </ActionIcon>
        }
      />
      <CameraButton />
      {onMany !== undefined && (
        <FileButton onChange={file => void file?.text().then(take)} accept=".txt,.csv,text/plain,text/csv">
          {file => (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={44} aria-label={t('tasks.many')}>
                  <IconDotsVertical size={20} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setPaste('')}>{t('tasks.paste')}</Menu.Item>
                <Menu.Item onClick={file.onClick}>{t('tasks.file')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
      )}
      <Modal opened={paste !== null} onClose={() => setPaste(null)} title={t('tasks.paste')}>
        <Stack>
          <Textarea
            label={t('tasks.pasteLabel')}
            description={t('tasks.pasteHow')}
            value={paste ?? ''}
            onChange={e => setPaste(e.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={16}
            data-autofocus
            spellCheck={false}
            classNames={{ input: 'code' }}
          />
          <Button onClick={() => take(paste ?? '')} disabled={codesOf(paste ?? '').length === 0}>
            {t('tasks.takeMany', { count: codesOf(paste ?? '').length })}
          </Button>
        </Stack>
      </Modal>
    </div>
  )
}

/** The numbers in a paste or file: one a line, or the first cell of each line; ranges stay as they are. */
export function codesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.split(/[\t;]/)[0]?.trim() ?? '')
    .filter(line => line !== '')
}
