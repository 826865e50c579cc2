// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { useSendOnce } from '../api/send-once'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { Choice, LanguageField, said, Words } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { StateChip } from '../parts/state'
import {
  type Consignee,
  NOTICE_CHANNELS,
  NOTICE_KINDS,
  type NoticeChannel,
  type NoticeKind,
  type NoticePreview,
  type NoticesMade,
  type Recall,
} from './model'
import { apiPath, useConsignees } from './use-recalls'

/** As many of those who were not written to as are named. */
const SKIPPED_SHOWN = 20

/** Keystrokes that follow each other are one question. */
const TYPING_MS = 400

const POINTERS = /^\/(kind|channel|language|message)$/

/** Makes notices for one consignee, or for all that fit; what they will read is seen first. */
export function NoticeForm(props: { recall: Recall; consignee?: Consignee; done?: () => void }) {
  const { recall, consignee, done } = props
  const { t } = useTexts()
  const [kind, setKind] = useState<NoticeKind>(first(recall, consignee))
  const [channel, setChannel] = useState<NoticeChannel>('email')
  const [language, setLanguage] = useState('')
  const [message, setMessage] = useState('')
  const [made, setMade] = useState<NoticesMade | null>(null)
  const { send, error, busy } = useSendOnce<NoticesMade>(`${apiPath(recall.number)}/notices`)
  const fault = faultsOf(error)
  const submit = async () => {
    const answer = await send({
      kind,
      channel,
      consignees: consignee === undefined ? undefined : [consignee.code],
      language: language || undefined,
      message: said(message),
    })
    if (answer !== null) {
      setMade(answer)
      if (answer.skipped.length === 0 && answer.waitsFor === undefined) {
        done?.()
      }
    }
  }
  return (
    <form
      className="no-print"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        <div className="form-two">
          <Choice
            label={t('recalls.field.noticeKind')}
            description={t(`recalls.noticeKindHow.${kind}`)}
            values={NOTICE_KINDS}
            word={value => t(`recalls.noticeKind.${value}`)}
            value={kind}
            error={fault('/kind')}
            onChange={next => setKind(next ?? 'first')}
          />
          <Choice
            label={t('recalls.field.channel')}
            values={NOTICE_CHANNELS}
            word={value => t(`recalls.channel.${value}`)}
            value={channel}
            error={fault('/channel')}
            onChange={next => setChannel(next ?? 'email')}
          />
          <LanguageField
            label={t('recalls.field.language')}
            placeholder={t('recalls.theirLanguage')}
            value={language}
            error={fault('/language')}
            onChange={setLanguage}
          />
        </div>
        <Words
          label={t('recalls.field.message')}
          description={t('recalls.messageHow')}
          value={message}
          error={fault('/message')}
          onChange={setMessage}
          rows={2}
        />
        <NoticeText recall={recall} consignee={consignee?.code} kind={kind} language={language} message={message} />
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        {made !== null && <Outcome made={made} />}
        <div className="form-buttons">
          {done && (
            <Button variant="default" size="md" onClick={done}>
              {t('masters.cancel')}
            </Button>
          )}
          <Button type="submit" size="md" loading={busy}>
            {t(consignee === undefined ? `recalls.do.send.${kind}` : 'recalls.do.sendThem')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** What came of it: who was written to, who was not and why, and what must be set before anything is sent. */
function Outcome({ made: { made, skipped, waitsFor } }: { made: NoticesMade }) {
  const { t } = useTexts()
  return (
    <div role="status">
      <StateChip state="ok">{t('recalls.noticesMade', { count: made, n: count(made) })}</StateChip>
      {waitsFor !== undefined && (
        <p className="recall-words">
          <StateChip state="held">{t('recalls.noMail')}</StateChip> <span className="code">{waitsFor}</span>
        </p>
      )}
      {skipped.length > 0 && (
        <ul className="recall-lines">
          {skipped.slice(0, SKIPPED_SHOWN).map(one => (
            <li key={one.consignee}>
              <span className="code">{one.consignee}</span>
              <span>{one.why}</span>
            </li>
          ))}
          {skipped.length > SKIPPED_SHOWN && <li>+{count(skipped.length - SKIPPED_SHOWN)}</li>}
        </ul>
      )}
    </div>
  )
}

/** A first notice for those who had none. */
function first({ counts }: Recall, consignee: Consignee | undefined): NoticeKind {
  const untold = consignee === undefined ? counts.told < counts.consignees : consignee.notices.length === 0
  return untold ? 'first' : 'reminder'
}

/** What they will read; for all, what the first of them will. */
function NoticeText(props: {
  recall: Recall
  consignee?: string
  kind: NoticeKind
  language: string
  message: string
}) {
  const { recall, kind, language } = props
  const [message] = useDebouncedValue(props.message.trim(), TYPING_MS)
  const { t } = useTexts()
  const some = useConsignees(recall.number, undefined)
  const consignee = props.consignee ?? some.rows[0]?.code
  const preview = useQuery({
    queryKey: ['recall', recall.number, 'notice', consignee, kind, language, message],
    queryFn: ({ signal }) =>
      api.get<NoticePreview>(
        `${apiPath(recall.number)}/notices:preview`,
        { consignee, kind, language, message },
        signal,
      ),
    placeholderData: before => before,
    enabled: consignee !== undefined,
  })
  if (consignee === undefined) {
    return some.pages.isPending ? <Waiting /> : <Empty title={t('recalls.noConsignees')} />
  }
  if (preview.isError) {
    return <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />
  }
  if (preview.data === undefined) {
    return <Waiting />
  }
  return (
    <section className="recall-letter" aria-label={t('recalls.noticePreview')}>
      <div className="muted small">{t('recalls.noticePreviewFor', { who: consignee })}</div>
      <b>{preview.data.subject}</b>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{preview.data.text}</pre>
    </section>
  )
}
