// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { BalanceCard } from './balance'
import { Cuts } from './cuts'
import { Figures } from './figures'
import type { TraceAnswer } from './model'
import { useWords } from './more'
import { PictureCard } from './picture'
import { Progress } from './progress'
import { ProofCard } from './proof'
import { pinned, type Question, seedNumber } from './question'
import { Sections } from './sections'
import { kindOf } from './seed-box'
import { Share } from './share'
import { type Items, useItems, useTrace } from './use-trace'
import { Why } from './why'

/** The answer to the question of the address: first what holds, then the tables, then how it got there. */
export function AnswerPage(props: { question: Question; onAsk: (next: Question) => void; form: ReactNode }) {
  const { question, onAsk, form } = props
  const { t } = useTexts()
  const trace = useTrace(question)
  const first = trace.data?.pages[0]
  const answer = first?.answer
  const items = useItems(answer === undefined ? [] : itemsOf(answer))
  const exact = answer === undefined ? question : pinned(question, answer.knownAt.seq)

  return (
    <>
      <PageHead
        title={t('trace.tab', { number: seedNumber(question.seed) })}
        over={<Over question={question} seq={answer?.knownAt.seq} />}
        heading={<Heading question={question} items={items} />}
        states={first !== undefined && <States answer={first.answer} tookMs={first.tookMs} />}
        actions={answer !== undefined && <Share question={question} answer={answer} onAsk={onAsk} />}
      />
      {form}
      {trace.isPending && <Progress question={question} />}
      {trace.isError && answer === undefined && (
        <ProblemNotice error={trace.error} retry={() => void trace.refetch()} />
      )}
      {answer !== undefined && (
        <>
          <Cuts answer={answer} />
          <Figures answer={answer} items={items} />
          {answer.balance !== undefined && <BalanceCard balance={answer.balance} unit={seedUnit(answer, items)} />}
          <Sections trace={trace} answer={answer} items={items} seedUnit={seedUnit(answer, items)} />
          <PictureCard question={exact} />
          <ProofCard question={exact} proof={answer.proof} />
          <Why question={exact} items={items} />
        </>
      )}
    </>
  )
}

/** The items that are told of before the units themselves. */
function itemsOf({ policy, summary }: TraceAnswer): string[] {
  return [...policy.seeds.flatMap(seed => seed.item ?? []), ...summary.byItem.map(row => row.item)]
}

function seedUnit({ policy }: TraceAnswer, items: Items): string | undefined {
  const units = new Set(policy.seeds.map(seed => (seed.item === undefined ? undefined : items.get(seed.item)?.unit)))
  return units.size === 1 ? [...units][0] : undefined
}

function Over({ question, seq }: { question: Question; seq?: number }) {
  const { t } = useTexts()
  const words = useWords(question.policy)
  return [
    t(`trace.asks.${question.direction}`),
    words,
    seq === undefined ? null : t('trace.knownAtEntry', { seq: count(seq) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Heading({ question, items }: { question: Question; items: Items }) {
  const { t } = useTexts()
  const { seed } = question
  const item = seed.item === undefined ? undefined : (items.get(seed.item)?.name ?? seed.item)
  return (
    <>
      {item} {t(`trace.of.${kindOf(seed)}`)} <Code>{seedNumber(seed)}</Code>
    </>
  )
}

function States({ answer, tookMs }: { answer: TraceAnswer; tookMs: number }) {
  const { t } = useTexts()
  const seconds = tookMs / 1000
  return (
    <>
      {answer.complete ? (
        <StateChip state="ok">{t('trace.complete')}</StateChip>
      ) : (
        <StateChip state="unknown">{t('trace.incomplete')}</StateChip>
      )}
      {answer.notAnswered.map(part => (
        <StateChip key={part} state="held">
          {t('trace.notAnswered', { part })}
        </StateChip>
      ))}
      <span className="muted small">
        {t('trace.took', {
          seconds: new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 }).format(seconds),
        })}
      </span>
    </>
  )
}
