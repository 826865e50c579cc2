// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Loader } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { address } from '../api/client'
import { count, day } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { Code, UnitLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { CauseCard } from './cause-card'
import { FactorWords } from './factor'
import type { CauseAnswer, CauseQuestion, Inquiry } from './model'
import { SmallestCard } from './smallest'
import { TimelineCard } from './timeline'
import { useInquiry } from './use-quality'
import { UnitWords } from './words'

const STAGES = ['waiting', 'failures', 'controls', 'factors', 'statistics', 'done'] as const

const ANSWERS = [
  'found',
  'nothing',
  'noFailures',
  'tooFewFailures',
  'noControls',
  'everyoneFailed',
  'nothingInCommon',
  'unreadable',
] as const

/** As many names of units as are shown before the rest is a number. */
const NAMES_MAX = 20

/** What failed units share that others do not: ranked, with how sure it is, and the recall that follows from it. */
export function CausePage() {
  const { number = '' } = useParams()
  const inquiry = useInquiry(number)
  if (inquiry.isError && inquiry.data === undefined) {
    return <ProblemNotice error={inquiry.error} retry={() => void inquiry.refetch()} />
  }
  return inquiry.data === undefined ? <Waiting /> : <Shown inquiry={inquiry.data} />
}

function Shown({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTexts()
  const { answer } = inquiry
  return (
    <div className="page-parts quality">
      <PageHead
        title={`${inquiry.number} ${t('quality.cause')}`}
        heading={questionWords(t, inquiry.asked)}
        over={
          <>
            <Link to={pathOf('causes')}>{t('quality.tab.causes')}</Link> · <Code>{inquiry.number}</Code> · {inquiry.by},{' '}
            <Ago at={inquiry.askedAt} />
          </>
        }
      />
      {inquiry.failure !== undefined && <StateChip state="bad">{inquiry.failure}</StateChip>}
      {answer === undefined && inquiry.failure === undefined && <Working inquiry={inquiry} />}
      {answer !== undefined && <Answer inquiry={inquiry} answer={answer} />}
    </div>
  )
}

function questionWords(t: Texts, { complaints, serials }: CauseQuestion): string {
  if (complaints === undefined) {
    return t('quality.askedSerials', { n: count(serials?.length ?? 0) })
  }
  const { code, item, from, to } = complaints
  const words = t('quality.askedComplaints', { code: code ?? t('quality.any'), item: item ?? t('quality.any') })
  return [words, from && t('quality.since', { day: day(from) }), to && t('quality.until', { day: day(to) })]
    .filter(Boolean)
    .join(', ')
}

function Working({ inquiry: { progress } }: { inquiry: Inquiry }) {
  const { t } = useTexts()
  const stage = STAGES.find(one => one === progress.stage) ?? 'waiting'
  return (
    <Card>
      <p role="status" className="quality-chips">
        <Loader size={18} aria-hidden /> {t(`quality.stage.${stage}`)}
        {progress.of > 0 && (
          <span className="muted">{t('quality.progress', { done: count(progress.done), of: count(progress.of) })}</span>
        )}
      </p>
    </Card>
  )
}

function Answer({ inquiry, answer }: { inquiry: Inquiry; answer: CauseAnswer }) {
  const { t } = useTexts()
  const { may } = useMe()
  const is = ANSWERS.find(one => one === answer.is)
  return (
    <>
      <section className="figures" aria-label={t('quality.lookedAt')}>
        <Figure label={t('quality.field.failures')}>{count(answer.failures)}</Figure>
        <Figure label={t('quality.field.controls')} note={t('quality.controlsNote', { n: count(answer.strata) })}>
          {count(answer.controls)}
        </Figure>
        <Figure label={t('quality.field.factors')} note={t('quality.screenedOut', { n: count(answer.screenedOut) })}>
          {count(answer.factorsTested)}
        </Figure>
        <Figure label={t('quality.field.unexplained')}>{count(answer.unexplained.length)}</Figure>
      </section>
      {is !== undefined && is !== 'found' && (
        <Card>
          <Empty title={t(`quality.answer.${is}`)}>
            {t(`quality.answerHow.${is}`, { needed: count(answer.needed ?? 0) })}
          </Empty>
        </Card>
      )}
      {answer.causes.map(cause => (
        <CauseCard key={cause.rank} cause={cause} />
      ))}
      {answer.more && <p className="muted small">{t('quality.moreCauses')}</p>}
      {answer.timelines.map(timeline => (
        <TimelineCard
          key={timeline.equipment}
          timeline={timeline}
          windows={answer.windows.filter(one => one.equipment === timeline.equipment)}
        />
      ))}
      {answer.is === 'found' && may.includes('quality') && <SmallestCard inquiry={inquiry} />}
      <Rest answer={answer} />
    </>
  )
}

/** What the answer does not rest on, so that nobody takes it for more than it is. */
function Rest({ answer }: { answer: CauseAnswer }) {
  const { t } = useTexts()
  const { notMatched, unknown, shared, unexplained, beforeManufacture } = answer
  if (notMatched.length + unknown.length + shared.length + unexplained.length + beforeManufacture.length === 0) {
    return null
  }
  return (
    <Card title={t('quality.rest')}>
      <dl className="quality-rest">
        <Names title={t('quality.unexplainedUnits')} n={unexplained.length}>
          {unexplained.slice(0, NAMES_MAX).map(unit => (
            <UnitLink key={unit.unit} named={unit} />
          ))}
        </Names>
        <Names title={t('quality.notMatched')} n={notMatched.length}>
          {notMatched.slice(0, NAMES_MAX).map(unit => (
            <UnitLink key={unit.unit} named={unit} />
          ))}
        </Names>
        <Names title={t('quality.unknownUnits')} n={unknown.length}>
          {unknown.slice(0, NAMES_MAX).map(one => (
            <span key={`${one.item} ${one.serial} ${one.complaint}`} className="code">
              {one.complaint === undefined ? (
                `${one.item ?? ''} ${one.serial ?? ''}`
              ) : (
                <Link to={pathOf('complaints', one.complaint)}>{one.complaint}</Link>
              )}
            </span>
          ))}
        </Names>
        <Names title={t('quality.beforeManufacture')} n={beforeManufacture.length}>
          {beforeManufacture.slice(0, NAMES_MAX).map(number => (
            <Link key={number} to={pathOf('complaints', number)}>
              {number}
            </Link>
          ))}
        </Names>
        <Names title={t('quality.shared')} n={shared.length}>
          {shared.slice(0, NAMES_MAX).map(({ factor }) => (
            <FactorWords key={`${factor.family} ${factor.key}`} factor={factor} />
          ))}
        </Names>
      </dl>
    </Card>
  )
}

function Names({ title, n, children }: { title: string; n: number; children: React.ReactNode[] }) {
  const { t } = useTexts()
  return (
    n > 0 && (
      <div>
        <dt>{title}</dt>
        <dd className="quality-chips">
          {children}
          {n > children.length && (
            <span className="muted">{t('quality.andMore', { n: count(n - children.length) })}</span>
          )}
        </dd>
      </div>
    )
  )
}

/** The way from what is guilty to one that failed. */
export function PathWords({ path }: { path: readonly CauseAnswer['unexplained'][number][] }) {
  const { t } = useTexts()
  const [first] = path
  return (
    path.length > 1 && (
      <div className="quality-path">
        <span className="muted small">{t('quality.path')}</span>
        <ol>
          {path.map(unit => (
            <li key={unit.unit}>
              <UnitWords unit={unit} />
            </li>
          ))}
        </ol>
        {first !== undefined && (
          <Link
            to={address('/trace', { direction: 'forward', item: first.item, lot: first.lot, serial: first.serial })}
          >
            {t('quality.toTrace')}
          </Link>
        )}
      </div>
    )
  )
}
