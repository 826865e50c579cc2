// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Menu, Popover, TextInput } from '@mantine/core'
import { IconCheck, IconDownload, IconLink, IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { address } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Freeze } from './freeze'
import type { TraceAnswer } from './model'
import { paramsOf, pinned, type Question } from './question'

const SAID_MS = 2_500

/** What can be done with an answer: hand it on, take it along, ask again. */
export function Share(props: { question: Question; answer: TraceAnswer; onAsk: (next: Question) => void }) {
  const { question, answer, onAsk } = props
  const { t } = useTexts()
  const [params] = useSearchParams()
  const exact = paramsOf(pinned(question, answer.knownAt.seq))
  const shown = Object.fromEntries(['show', 'open', 'view'].map(name => [name, params.get(name)]))
  const { knownAt: _, ...asKnown } = question.policy
  return (
    <>
      <CopyLink link={window.location.origin + address('/trace', { ...exact, ...shown })} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t('trace.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={address('/api/v1/trace.csv', exact)} download>
            {t('trace.csv')}
          </Menu.Item>
          <Menu.Item component="a" href={address('/api/v1/trace.xlsx', exact)} download>
            {t('trace.xlsx')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={address('/api/v1/trace/picture.svg', { ...exact, open: params.get('open') })}
            target="_blank"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {t('trace.print')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Freeze question={question} answer={answer} />
      {question.policy.knownAt !== undefined && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => onAsk({ ...question, policy: asKnown })}
        >
          {t('trace.askNow')}
        </Button>
      )}
    </>
  )
}

/** A link that has this answer whatever is recorded later. */
function CopyLink({ link }: { link: string }) {
  const { t } = useTexts()
  const [said, setSaid] = useState<'nothing' | 'copied' | 'refused'>('nothing')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid('copied')
      window.setTimeout(() => setSaid('nothing'), SAID_MS)
    } catch {
      // Browsers give the clipboard to pages over HTTPS only; then the link is there to be copied by hand.
      setSaid('refused')
    }
  }
  return (
    <Popover opened={said === 'refused'} onChange={() => setSaid('nothing')} trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={said === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{t(said === 'copied' ? 'trace.copied' : 'trace.copy')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('trace.copyByHand')}
          value={link}
          readOnly
          onFocus={e => e.currentTarget.select()}
          miw={300}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
