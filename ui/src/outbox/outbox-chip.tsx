// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { useAgain } from '../tasks/use-again'
import './outbox.css'
import { outbox, useOutbox } from './outbox'
import { sendOutbox } from './send'

/** Says on every page that acts wait or were refused, leads to them, and sees to it that they are sent. */
export function OutboxChip() {
  const { t } = useTexts()
  const { user } = useMe()
  const { waiting, refused } = useOutbox(user)
  const some = waiting.length > 0
  const send = () => void sendOutbox(user)
  useAgain(some, send)
  useEffect(() => {
    void outbox.load().then(() => (outbox.waits(user) ? sendOutbox(user) : undefined))
  }, [user])
  return (
    <span role="status" className="outbox-chips">
      {(some || refused.length > 0) && (
        <Link to="/tasks/outbox" className="outbox-link">
          {refused.length > 0 && <StateChip state="bad">{t('outbox.refused', { count: refused.length })}</StateChip>}
          {some && <StateChip state="held">{t('outbox.wait', { count: waiting.length })}</StateChip>}
        </Link>
      )}
    </span>
  )
}
