// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconHeadset } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { address, segment } from '../api/client'
import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Code, PlaceLink } from '../parts/code'
import { countryName } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { pathOf as qualityPath } from '../quality/addresses'
import { oneOf, UnitWords } from '../quality/words'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { ClaimSteps } from './claim-steps'
import { type Causal, CHECKS, type Claim, type ClaimLine, type ClaimPromise, type Judgement } from './model'
import { CareSteps } from './record-steps'
import { useClaim } from './use-care'
import { ClaimChip, CoverChip, moneyWords, VerdictChip, whatWord } from './words'

/** One claim: what is asked for, what the rules say of it and why, what was decided and done. */
export function ClaimPage() {
  const { number = '' } = useParams()
  const claim = useClaim(number)
  if (claim.isError && claim.data === undefined) {
    return <ProblemNotice error={claim.error} retry={() => void claim.refetch()} />
  }
  return claim.data === undefined ? <Waiting /> : <Shown claim={claim.data} />
}

function Shown({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const { may } = useMe()
  const [work, setWork] = useState<string | null>(null)
  const { judgement, unit } = claim
  return (
    <div className="page-parts care">
      <PageHead
        title={`${claim.number} ${claim.title}`}
        heading={claim.title}
        over={
          <>
            <Code>{claim.number}</Code> · {t('care.takenBy', { who: claim.actor })} <Ago at={claim.openedAt} />
          </>
        }
        states={
          <>
            <ClaimChip state={claim.state} />
            <VerdictChip verdict={judgement?.verdict} />
            {judgement?.free && <StateChip state="ok">{t('care.remedyFree')}</StateChip>}
            {claim.closed !== undefined && (
              <StateChip state="gone">
                {t(claim.closed.outcome === 'noFaultFound' ? 'care.step.noFault' : 'care.step.withdraw')}
              </StateChip>
            )}
          </>
        }
        actions={
          unit?.unit !== undefined && (
            <Button
              component={Link}
              to={address(pathOf('desk'), { unit: unit.unit })}
              variant="default"
              leftSection={<IconHeadset size={16} aria-hidden />}
            >
              {t('care.tab.desk')}
            </Button>
          )
        }
      />
      {may.includes('care') && <ClaimSteps claim={claim} work={work} setWork={setWork} />}
      <div className="columns">
        <div className="stack">
          {judgement !== undefined && <Checks judgement={judgement} />}
          {claim.lines.length > 0 && <Lines claim={claim} />}
          {judgement !== undefined && judgement.coverage.length > 0 && (
            <Used claim={claim} promises={judgement.coverage} />
          )}
        </div>
        <div className="stack">
          <About claim={claim} />
          <Done claim={claim} />
          <CausalCard claim={claim} />
        </div>
      </div>
      <CareSteps path={`/claims/${segment(claim.number)}`} />
    </div>
  )
}

const RESULTS = { pass: 'ok', fail: 'bad', unknown: 'unknown' } as const

/** What was looked at by itself, the failed first. */
function Checks({ judgement }: { judgement: Judgement }) {
  const { t } = useTexts()
  const rank = { fail: 0, unknown: 1, pass: 2 }
  const result = (one: string) => (one === 'pass' || one === 'fail' ? one : 'unknown')
  const checks = [...judgement.checks].sort((a, b) => rank[result(a.result)] - rank[result(b.result)])
  return (
    <Card title={t('care.checks')} aside={<Ago at={judgement.knownAt} />}>
      <ul className="care-list">
        {checks.map(one => {
          const check = oneOf(CHECKS, one.check)
          return (
            <li key={one.check} className="care-check">
              <StateChip state={RESULTS[result(one.result)]}>{t(`care.result.${result(one.result)}`)}</StateChip>
              <span className="care-name">
                <b>{check === undefined ? one.check : t(`care.check.${check}`)}</b>
                <div className="muted small">{one.detail}</div>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The promises that were looked at: those that pay something of what is asked for, and below them the others. */
function Used({ claim, promises }: { claim: Claim; promises: ClaimPromise[] }) {
  const { t } = useTexts()
  const asked = new Set(claim.lines.map(line => line.what))
  const pays = (one: ClaimPromise) => one.state === 'covered' && asked.has(one.what)
  const others = promises.filter(one => !pays(one))
  return (
    <Card title={t('care.coverageUsed')}>
      <Promises promises={promises.filter(pays)} />
      {others.length > 0 && (
        <details>
          <summary className="small">{t('care.otherPromises', { count: others.length, n: others.length })}</summary>
          <Promises promises={others} />
        </details>
      )}
    </Card>
  )
}

function Promises({ promises }: { promises: ClaimPromise[] }) {
  const { t } = useTexts()
  return (
    <ul className="care-list">
      {promises.map(one => (
        <li key={`${one.term} ${one.of} ${one.what} ${one.end}`}>
          <div className="care-cover">
            <span className="care-name">
              <b>{whatWord(one.what, t)}</b> <Link to={pathOf('terms', one.term)}>{one.name ?? one.term}</Link>
              {one.of === 'part' && <span className="muted small"> · {t('care.ofThePart')}</span>}
            </span>
            <CoverChip state={one.state} until={one.end} />
            {one.state === 'covered' && one.percent < 100 && (
              <span className="muted small">{t('care.percent', { n: one.percent })}</span>
            )}
          </div>
          {one.why.map(words => (
            <div key={words} className="muted small">
              {words}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What is asked for, what the terms pay of it, and what was approved. */
function Lines({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const approved = claim.decision?.decided === 'approved'
  const numbers = [t('care.field.amount'), t('care.field.payable')]
  return (
    <Card title={t('care.lines')}>
      <Rows
        words={[t('care.field.what')]}
        numbers={approved ? [...numbers, t('care.field.approved')] : numbers}
        label={t('care.lines')}
      >
        {claim.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, which never changes
          <LineRow key={i} claim={claim} line={line} n={i + 1} approved={approved} />
        ))}
      </Rows>
    </Card>
  )
}

function LineRow({ claim, line, n, approved }: { claim: Claim; line: ClaimLine; n: number; approved: boolean }) {
  const { t } = useTexts()
  const { currency } = line
  const judged = claim.judgement?.lines.find(one => one.n === n)
  return (
    <tr>
      <td className="care-cell">
        {whatWord(line.what ?? '', t)} {line.qty !== undefined && <span className="muted">× {quantity(line.qty)}</span>}
        {line.text !== undefined && <div className="small">{line.text}</div>}
        {judged !== undefined && <div className="muted small">{judged.why}</div>}
      </td>
      <td className="num care-money">{moneyWords(line)}</td>
      <td className="num care-money">
        {judged === undefined || judged.unknown ? '–' : moneyWords({ amount: judged.payable, currency })}
        {judged?.unknown && <div className="small">{t('care.result.unknown')}</div>}
        {judged !== undefined && !judged.unknown && judged.percent < 100 && (
          <div className="muted small">{t('care.percent', { n: count(judged.percent) })}</div>
        )}
      </td>
      {approved && (
        <td className="num care-money">
          {moneyWords({ amount: claim.decision?.lines.find(one => one.n === n)?.amount, currency })}
        </td>
      )}
    </tr>
  )
}

function About({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.about')}>
      {claim.description !== undefined && <p className="long-text">{claim.description}</p>}
      <Facts
        facts={[
          [
            t('care.field.unit'),
            <UnitWords key="unit" unit={claim.unit ?? { ...claim, unit: undefined, name: claim.itemName }} />,
          ],
          [
            t('care.field.part'),
            claim.part !== undefined ? (
              <>
                <UnitWords unit={claim.part} /> {claim.partSaid?.position}
              </>
            ) : (
              claim.partSaid && Object.values(claim.partSaid).join(' ')
            ),
          ],
          [t('care.field.failedOn'), day(claim.failedOn)],
          [t('quality.field.code'), claim.codeName ?? claim.code],
          [
            t('care.field.complaint'),
            <Link key="complaint" to={qualityPath('complaints', claim.complaint)}>
              {claim.complaint}
            </Link>,
          ],
          [
            t('care.field.partner'),
            claim.partner && <PlaceLink code={claim.partner} kind="partner" name={claim.partnerName} />,
          ],
          [t('care.field.country'), claim.country && countryName(claim.country)],
          ...claim.meters.map(one => [one.meter ?? '', quantity(one.value ?? '')] as [string, string]),
        ]}
      />
    </Card>
  )
}

/** What was decided, mended and paid. */
function Done({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const { decision, repair, paid } = claim
  if (decision === undefined && repair === undefined && paid === undefined) {
    return null
  }
  return (
    <Card title={t('care.done')}>
      <Facts
        facts={[
          [
            t('care.field.decided'),
            decision && (
              <>
                {decision.by}, <Ago at={decision.at} />
                {decision.reason !== undefined && <div className="long-text small">{decision.reason}</div>}
              </>
            ),
          ],
          [t('care.field.removed'), repair?.removed && <UnitWords unit={repair.removed} />],
          [t('care.field.installed'), repair?.installed && <UnitWords unit={repair.installed} />],
          [t('care.field.replacedBy'), repair?.replacedBy && <UnitWords unit={repair.replacedBy} />],
          [
            t('care.field.entries'),
            repair !== undefined && repair.entries.length > 0 && (
              <span className="care-chips">
                {repair.entries.map(({ seq }) => (
                  <Link key={seq} to={`/entries/${seq}`}>
                    {count(seq)}
                  </Link>
                ))}
              </span>
            ),
          ],
          [
            t('care.field.paid'),
            paid &&
              `${moneyWords(paid)} · ${day(paid.on)}${paid.reference === undefined ? '' : ` · ${paid.reference}`}`,
          ],
        ]}
      />
    </Card>
  )
}

/** The lot that it comes from, found through the genealogy, and what is asked back of its supplier. */
function CausalCard({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const { causal, recovery, candidates = [] } = claim
  if (causal === undefined && recovery === undefined && candidates.length === 0) {
    return null
  }
  return (
    <Card
      title={t('care.causal')}
      aside={recovery !== undefined && <Link to={pathOf('recoveries', recovery)}>{recovery}</Link>}
    >
      {causal !== undefined && <CausalFacts causal={causal} />}
      {candidates.length > 0 && (
        <>
          <p className="muted small">{t('care.candidatesHow')}</p>
          <ul className="care-list">
            {candidates.map(one => (
              <li key={one.lot.unit}>
                <UnitWords unit={one.lot} />{' '}
                <span className="small">
                  · <PlaceLink code={one.supplier} kind="partner" name={one.supplierName} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {claim.recovered !== undefined && (
        <p>
          {t('care.recovered')}: {moneyWords(claim.recovered)}
        </p>
      )}
      {recovery === undefined && causal !== undefined && (
        <p className="no-print">
          <Link to={address(pathOf('recoveries'), { supplier: causal.supplier })}>{t('care.toRecover')}</Link>
        </p>
      )}
    </Card>
  )
}

/** A bought lot, from whom and how it came. */
export function CausalFacts({ causal }: { causal: Causal }) {
  const { t } = useTexts()
  return (
    <Facts
      facts={[
        [t('care.field.lot'), <UnitWords key="lot" unit={causal.lot} />],
        [
          t('care.field.supplier'),
          <PlaceLink key="supplier" code={causal.supplier} kind="partner" name={causal.supplierName} />,
        ],
        [t('care.field.theirLot'), causal.supplierLot && <Code>{causal.supplierLot}</Code>],
        [t('care.field.receivedOn'), day(causal.receivedOn)],
        [
          t('care.field.document'),
          causal.document && <Link to={`/documents/${segment(causal.document)}`}>{causal.document}</Link>,
        ],
        [
          t('care.field.entry'),
          <Link key="entry" to={`/entries/${causal.entry.seq}`}>
            {count(causal.entry.seq)}
          </Link>,
        ],
      ]}
    />
  )
}
