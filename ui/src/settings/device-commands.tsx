// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'
import { COMMAND_SYMBOLS } from '../scan/test-texts'
import { PrintedSymbol } from './printed-symbol'

const WORDS = { 'GZ-DONE': 'done', 'GZ-UNDO': 'undo', 'GZ-CANCEL': 'cancel' } as const

/** The codes that press the buttons of a task, to be printed and hung up. */
export default function DeviceCommands() {
  const { t } = useTexts()
  return (
    <>
      <PageHead
        title={t('settings.commands')}
        over={t('settings.commandsWhat')}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('settings.print')}
          </Button>
        }
      />
      <ul className="commands">
        {COMMAND_SYMBOLS.map(printed => {
          const word = WORDS[printed.text as keyof typeof WORDS]
          return (
            <li key={printed.name} className="card command">
              <h2>{t(`settings.command.${word}`)}</h2>
              <PrintedSymbol printed={printed} label={printed.text} />
              <span className="code">{printed.text}</span>
              <p className="muted small">{t(`settings.commandDoes.${word}`)}</p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
