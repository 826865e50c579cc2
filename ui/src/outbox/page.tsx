// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Group, Modal } from '@mantine/core'
import { IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import { labelOf } from '../tasks/board'
import { again } from '../tasks/draft'
import { drafts } from '../tasks/shelf'
import { outbox, useOutbox } from './outbox'
import { sendOutbox } from './send'
import type { Waiting } from './waiting'

/** The page of each act, and its name in the menu. */
const PAGES = {
  receive: ['receive', '/tasks/receive'],
  move: ['move', '/tasks/move'],
  make: ['make', '/tasks/make'],
  install: ['install', '/tasks/install?mode=install'],
  remove: ['install', '/tasks/install?mode=remove'],
  swap: ['install', '/tasks/install?mode=swap'],
  pack: ['pack', '/tasks/pack?mode=pack'],
  unpack: ['pack', '/tasks/pack?mode=unpack'],
  ship: ['ship', '/tasks/ship'],
  return: ['return', '/tasks/return'],
  count: ['count', '/tasks/count'],
  scrap: ['scrap', '/tasks/scrap'],
  hold: ['hold', '/tasks/hold?mode=hold'],
  release: ['hold', '/tasks/hold?mode=release'],
} as const

/** As many codes as name an act to somebody who made it. */
const CODES_SHOWN = 6

/** What was finished and is not recorded: what waits, and what was refused and must be dealt with. */
export default function OutboxPage() {
  const { t } = useTexts()
  const { user } = useMe()
  const { waiting, refused } = useOutbox(user)
  const [busy, setBusy] = useState(false)
  const send = () => {
    setBusy(true)
    void sendOutbox(user).finally(() => setBusy(false))
  }
  return (
    <>
      <PageHead
        title={t('outbox.title')}
        over={t('outbox.what')}
        actions={
          waiting.length > 0 && (
            <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={send} loading={busy}>
              {t('outbox.send')}
            </Button>
          )
        }
      />
      {waiting.length + refused.length === 0 && <Empty title={t('outbox.none')}>{t('outbox.noneWhy')}</Empty>}
      <ul className="outbox-list">
        {[...refused, ...waiting].map(one => (
          <li key={one.n}>
            <Act waiting={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Act({ waiting }: { waiting: Waiting }) {
  const { t } = useTexts()
  const { draft, problem } = waiting
  const [name] = PAGES[draft.task as keyof typeof PAGES] ?? PAGES.receive
  const codes = draft.lines.slice(0, CODES_SHOWN).map(labelOf)
  const more = draft.lines.length - codes.length
  const about = [draft.head.from, draft.head.to, draft.head.container, draft.head.run, draft.head.at].filter(Boolean)
  return (
    <Card>
      <div className="outbox-head">
        <b>{[t(`shell.to.${name}`), about.join(' → ')].filter(Boolean).join(' · ')}</b>
        <span className="muted small">
          <Ago at={waiting.finishedAt} />
        </span>
        {problem === undefined ? (
          <StateChip state="held">{t('outbox.waits')}</StateChip>
        ) : (
          <StateChip state="bad">{t('tasks.refused')}</StateChip>
        )}
      </div>
      <p className="code outbox-codes">
        {codes.join(', ')}
        {more > 0 && ` ${t('outbox.more', { count: more })}`}
      </p>
      {problem !== undefined && (
        <>
          <div className="outbox-why">
            <strong>{problem.title}</strong>
            {problem.detail && <span>{problem.detail}</span>}
            {problem.errors?.map(error => (
              <span key={`${error.pointer}${error.detail}`} className="small">
                {error.detail} {error.action && <b>{error.action}</b>}
              </span>
            ))}
          </div>
          <Deal waiting={waiting} />
        </>
      )}
    </Card>
  )
}

/** Somebody mends a refused act in its task, or drops it. */
function Deal({ waiting }: { waiting: Waiting }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [inHand, setInHand] = useState(false)
  const [dropping, setDropping] = useState(false)
  const { draft, user } = waiting

  const mend = async () => {
    const now = await drafts.load(user, draft.task)
    if (now !== undefined && now.lines.length > 0) {
      return setInHand(true)
    }
    const lines = draft.lines.map(line => ({ ...line, verdict: { is: 'waiting' } as const }))
    await drafts.save(user, again({ ...draft, lines }))
    await outbox.drop(waiting)
    const [, path] = PAGES[draft.task as keyof typeof PAGES] ?? PAGES.receive
    void navigate(path)
  }

  return (
    <>
      {inHand && (
        <p className="small" role="alert">
          {t('outbox.inHand')}
        </p>
      )}
      <div className="outbox-buttons">
        <Button size="md" leftSection={<IconPencil size={18} />} onClick={() => void mend()}>
          {t('outbox.mend')}
        </Button>
        <Button variant="default" size="md" leftSection={<IconTrash size={18} />} onClick={() => setDropping(true)}>
          {t('outbox.drop')}
        </Button>
      </div>
      <Modal opened={dropping} onClose={() => setDropping(false)} title={t('outbox.dropAsk')}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t('outbox.dropWhy', { count: draft.lines.length })}
        </p>
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={() => setDropping(false)} data-autofocus>
            {t('tasks.keep')}
          </Button>
          <Button color="red" size="md" onClick={() => void outbox.drop(waiting)}>
            {t('outbox.drop')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
