// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { day } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { PlaceLink } from '../parts/code'
import { Card } from '../parts/page'
import { RecallChips } from '../parts/recalled'
import { StateChip } from '../parts/state'
import { oneOf, UnitWords } from '../quality/words'
import { pathOf } from './addresses'
import { type Coverage, type CoverageAnswer, type CoveredPart, TERM_KINDS } from './model'
import { ReasonList } from './reasons'
import { CoverChip, eventWords, leftWords, moneyWords, proofWord, whatWord } from './words'

/** What is covered of a unit and of each part as it is installed, until when, how much is left, and why. */
export function WarrantyCard({ answer }: { answer: CoverageAnswer }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.warranty')} aside={t('care.asOfDay', { day: day(answer.asOf) })}>
      <p className="care-answer">
        <CoverChip state={answer.state} until={answer.until} />
        {answer.remedyFree && <StateChip state="ok">{t('care.remedyFree')}</StateChip>}
      </p>
      <CoverageList coverages={answer.coverages} />
      {answer.coverages.length === 0 && <p className="muted">{t('care.noCoverage')}</p>}
      {answer.parts.length > 0 && <Parts parts={answer.parts} more={answer.moreParts} />}
      <Considered answer={answer} />
    </Card>
  )
}

/** By term, those that cover something now first, each thing that it covers in one line with the reasons below it. */
export function CoverageList({ coverages }: { coverages: Coverage[] }) {
  const { t } = useTexts()
  return byTerm(coverages).map(lines => {
    const [first] = lines
    const kind = oneOf(TERM_KINDS, first?.kind)
    return (
      first !== undefined && (
        <section key={`${first.term} ${first.contract}`} className="care-term">
          <h3>
            <Link to={pathOf('terms', first.term)}>{first.name ?? first.term}</Link>
            <span className="muted small">
              {kind !== undefined && t(`care.kind.${kind}`)}
              {first.contract !== undefined && ` · ${t('care.contractN', { n: first.contract })}`}
            </span>
          </h3>
          <ul className="care-lines">
            {lines.map(one => (
              <li key={one.what}>
                <details>
                  <summary>
                    <span className="care-cover">
                      <b>{whatWord(one.what, t)}</b>
                      <CoverChip state={one.state} until={one.end} />
                      <span className="muted small">{restOf(one, t)}</span>
                    </span>
                  </summary>
                  <Why coverage={one} />
                </details>
              </li>
            ))}
          </ul>
        </section>
      )
    )
  })
}

/** Coverages of one term beside each other; the terms that cover something first. */
function byTerm(coverages: Coverage[]): Coverage[][] {
  const terms = new Map<string, Coverage[]>()
  for (const one of coverages) {
    const key = `${one.term} ${one.contract}`
    terms.set(key, [...(terms.get(key) ?? []), one])
  }
  const covers = (lines: Coverage[]) => lines.some(one => one.state === 'covered')
  return [...terms.values()].sort((a, b) => Number(covers(b)) - Number(covers(a)))
}

/** What is left, how much of it is paid, and what has to be paid beside. */
function restOf(one: Coverage, t: Texts): string {
  return [
    leftWords(one, t),
    one.state === 'covered' && one.percent < 100 ? t('care.percent', { n: one.percent }) : '',
    one.deductible === undefined ? '' : t('care.deductible', { amount: moneyWords(one.deductible) }),
    one.running ? t('care.stillInRepair') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** By which term, from which day and why, and what ended it. */
function Why({ coverage: one }: { coverage: Coverage }) {
  const { t } = useTexts()
  const ends = one.endsBy
  return (
    <div className="care-why small">
      <ul>
        {one.start !== undefined && (
          <li>
            {one.startedBy === undefined
              ? t('care.from', { day: day(one.start) })
              : t('care.startedBy', {
                  day: day(one.start),
                  event: eventWords(one.startedBy, t),
                  on: day(one.startedBy.on),
                })}
          </li>
        )}
        {one.cappedBy !== undefined && (
          <li>{t('care.cappedBy', { event: eventWords(one.cappedBy, t), on: day(one.cappedBy.on) })}</li>
        )}
        {one.stoppedDays > 0 && <li>{t('care.stopped', { count: one.stoppedDays, n: one.stoppedDays })}</li>}
        {(ends === 'meter' || ends === 'transfer' || ends === 'replaced') && <li>{t(`care.endsBy.${ends}`)}</li>}
        <ReasonList reasons={one.why} />
        {one.version !== undefined && (
          <li className="muted">
            <Link to={pathOf('terms', one.term)} className="code">
              {one.term}
            </Link>{' '}
            {t('care.version', { n: one.version })}
          </li>
        )}
      </ul>
    </div>
  )
}

function Parts({ parts, more }: { parts: CoveredPart[]; more: boolean }) {
  const { t } = useTexts()
  return (
    <>
      <h3 className="care-part">{t('care.partsNow')}</h3>
      <ul className="care-list">
        {parts.map(part => (
          <li key={`${part.unit.unit} ${part.position}`}>
            <div className="care-cover">
              <span className="care-name">
                <UnitWords unit={part.unit} />
                {part.position !== undefined && <span className="muted small"> · {part.position}</span>}
              </span>
              <CoverChip state={part.state} until={part.until} />
            </div>
            {part.installedOn !== undefined && part.replacement && (
              <div className="muted small">{t('care.putIn', { day: day(part.installedOn) })}</div>
            )}
            {part.coverages.length > 0 && (
              <details>
                <summary className="small">{t('care.why')}</summary>
                <CoverageList coverages={part.coverages} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {more && <p className="muted small">{t('care.moreParts')}</p>}
    </>
  )
}

/** Terms that are not for it, or may be, and why. */
function Considered({ answer }: { answer: CoverageAnswer }) {
  const { t } = useTexts()
  const others = answer.considered.filter(one => one.met !== 'yes')
  if (others.length === 0) {
    return null
  }
  return (
    <details className="care-considered">
      <summary className="small">{t('care.otherTerms', { count: others.length, n: others.length })}</summary>
      <TermsMet considered={others} />
    </details>
  )
}

const MET = { yes: 'ok', no: 'gone', unknown: 'unknown' } as const

/** Whether terms are for a unit, each with why. */
export function TermsMet({ considered }: { considered: CoverageAnswer['considered'] }) {
  const { t } = useTexts()
  return (
    <ul className="care-list small">
      {considered.map(one => {
        const met = one.met === 'yes' || one.met === 'no' ? one.met : 'unknown'
        return (
          <li key={one.term}>
            <StateChip state={MET[met]}>{t(`care.met.${met}`)}</StateChip>{' '}
            <Link to={pathOf('terms', one.term)} className="code">
              {one.term}
            </Link>
            <ul>
              <ReasonList reasons={one.why} />
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

/** The days and readings that the answer rests on. */
export function RestsOn({ answer }: { answer: CoverageAnswer }) {
  const { t } = useTexts()
  const { facts } = answer
  const days = [
    ['madeOn', facts.madeOn],
    ['receivedOn', facts.receivedOn],
    ['shippedOn', facts.shippedOn],
    ['soldOn', facts.soldOn],
    ['registeredOn', facts.registeredOn],
    ['boughtOn', facts.boughtOn],
    ['installedOn', facts.installedOn],
  ] as const
  return (
    <Card title={t('care.restsOn')}>
      <RecallChips recalls={answer.recalls} />
      <dl className="care-facts">
        {days.map(
          ([name, on]) =>
            on !== undefined && (
              <div key={name}>
                <dt>{t(`care.fact.${name}`)}</dt>
                <dd>
                  {day(on)}
                  {name === 'boughtOn' && facts.proof && (
                    <span className="muted small"> · {proofWord(facts.proof, t)}</span>
                  )}
                  {name === 'shippedOn' && facts.shippedTo && (
                    <span className="small">
                      {' '}
                      · <PlaceLink code={facts.shippedTo} kind="partner" />
                    </span>
                  )}
                </dd>
              </div>
            ),
        )}
        {facts.supplier && (
          <div>
            <dt>{t('care.fact.supplier')}</dt>
            <dd>
              <PlaceLink code={facts.supplier} kind="partner" />
            </dd>
          </div>
        )}
        {facts.repairs.map(one => (
          <div key={one.from}>
            <dt>{t('care.fact.repair')}</dt>
            <dd>
              {one.to === undefined ? t('care.since', { day: day(one.from) }) : `${day(one.from)} – ${day(one.to)}`}
            </dd>
          </div>
        ))}
        {facts.transfers > 0 && (
          <div>
            <dt>{t('care.fact.transfers')}</dt>
            <dd>{facts.transfers}</dd>
          </div>
        )}
      </dl>
      {facts.twins > 0 && <StateChip state="unknown">{t('care.twins')}</StateChip>}
    </Card>
  )
}
