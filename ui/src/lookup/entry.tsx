// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, segment } from '../api/client'
import type { ShortEntry } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { useMayRecord } from '../shell/session'
import { EntryChain } from './entry-chain'
import { EntryMovements } from './entry-movements'
import { EntryWords } from './entry-words'
import { Facts } from './facts'
import type { FullEntry } from './model'
import { RawEntry } from './raw-entry'
import { useRemember } from './remembered'
import { VoidEntry } from './void-entry'

/** Rows of what an entry moved that stand in its words; the movements themselves are below. */
const ROWS = 20

/** An entry of the ledger: the act in words, its movements, its place in the chain. */
export default function EntryPage() {
  const { seq = '' } = useParams()
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['entry', seq],
    queryFn: ({ signal }) => api.get<ShortEntry>(`/entries/${segment(seq)}`, { view: 'short' }, signal),
  })
  const entry = answer.data
  useRemember(
    entry && {
      kind: 'entry',
      path: `/entries/${entry.seq}`,
      title: String(entry.seq),
      detail: t(`lookup.act.${entry.type}`),
    },
  )
  if (answer.isError && entry === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (entry === undefined) {
    return <Waiting />
  }
  return (
    <>
      <EntryHead entry={entry} />
      <div className="stack">
        <Card title={t('lookup.didWhat')}>
          <EntryWords entry={entry} rows={ROWS} />
        </Card>
        <EntryFacts entry={entry} />
        {entry.movementCount > 0 && <EntryMovements entry={entry} />}
        <EntryChain entry={entry} />
        <RawEntry seq={entry.seq} />
      </div>
    </>
  )
}

function EntryHead({ entry }: { entry: ShortEntry }) {
  const { t } = useTexts()
  const mayRecord = useMayRecord()
  const [voiding, setVoiding] = useState(false)
  const number = t('lookup.entryNumber', { seq: count(entry.seq) })
  return (
    <>
      <PageHead
        title={number}
        over={number}
        heading={t(`lookup.act.${entry.type}`)}
        states={
          <>
            {entry.correctedBy !== undefined && (
              <Link to={`/entries/${entry.correctedBy}`}>
                <StateChip state="bad">{t('lookup.voidedBy', { seq: count(entry.correctedBy) })}</StateChip>
              </Link>
            )}
            {entry.corrects !== undefined && (
              <Link to={`/entries/${entry.corrects}`}>
                <StateChip state="info">{t('lookup.voids', { seq: count(entry.corrects) })}</StateChip>
              </Link>
            )}
          </>
        }
        actions={
          <>
            {mayRecord('void') && entry.type !== 'void' && entry.correctedBy === undefined && (
              <Button variant="default" c="var(--bad)" onClick={() => setVoiding(true)}>
                {t('lookup.void')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('lookup.print')}
            </Button>
          </>
        }
      />
      {voiding && <VoidEntry entry={entry} onClose={() => setVoiding(false)} />}
    </>
  )
}

/** Members of an act that the page shows elsewhere: in its words or as its movements. */
const SHOWN_ELSEWHERE = new Set([
  'type',
  'id',
  'occurredAt',
  'reference',
  'reason',
  'lines',
  'consume',
  'produce',
  'links',
  'units',
  'corrects',
  'blocks',
])

/** Members of acts that have a word; others are named as the API names them. */
const MEMBERS = [
  'at',
  'close',
  'container',
  'containers',
  'equipment',
  'extension',
  'from',
  'hold',
  'host',
  'operator',
  'position',
  'run',
  'shortfall',
  'step',
  'to',
  'vessel',
] as const

function EntryFacts({ entry }: { entry: ShortEntry }) {
  const { t } = useTexts()
  const full = useQuery({
    queryKey: ['entry', entry.seq, 'full'],
    queryFn: ({ signal }) => api.get<FullEntry>(`/entries/${entry.seq}`, {}, signal),
    // What was recorded never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { attributes = {}, ...act } = full.data?.act ?? {}
  const others = [
    ...Object.entries(act).filter(([name]) => !SHOWN_ELSEWHERE.has(name)),
    ...Object.entries(attributes as Record<string, unknown>),
  ]
  const nameOf = (name: string) => {
    const member = MEMBERS.find(known => known === name)
    return member === undefined ? name : t(`lookup.member.${member}`)
  }
  return (
    <Card title={t('lookup.facts')}>
      <Facts
        facts={[
          [t('lookup.fact.occurredAt'), <Moment key="at" at={entry.occurredAt} />],
          [t('lookup.fact.recordedAt'), <Moment key="at" at={entry.recordedAt} />],
          [t('lookup.fact.actor'), entry.actor],
          [
            t('lookup.fact.document'),
            entry.document && <Link to={`/documents/${segment(entry.document)}`}>{entry.document}</Link>,
          ],
          [t('lookup.fact.reference'), entry.reference?.type],
          [t('lookup.fact.reason'), entry.reason],
          ...others.map(([name, value]): [string, string] => [nameOf(name), textOf(value)]),
          [t('lookup.fact.id'), <Code key="id">{entry.id}</Code>],
        ]}
      />
    </Card>
  )
}

const TEXT_MAX = 300

/** A member of an act as it was sent; its name is the one of the API, as is what it says. */
function textOf(value: unknown): string {
  const words = Array.isArray(value) && value.every(part => typeof part === 'string')
  const text = typeof value === 'string' ? value : words ? value.join(', ') : JSON.stringify(value)
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text
}
