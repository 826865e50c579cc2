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
import { CHECKS, type Claim, type Judgement } from './model'
import { reasonWords } from './reasons'
import { CareSteps } from './record-steps'
import { useClaim } from './use-care'
import { CoverageList } from './warranty'
import { ClaimChip, moneyWords, VerdictChip, whatWord } from './words'

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
        title={`${claim.number} ${claim.description ?? ''}`}
        heading={claim.description ?? claim.number}
        over={
          <>
            <Code>{claim.number}</Code> · {t('care.takenBy', { who: claim.openedBy })} <Ago at={claim.openedAt} />
          </>
        }
        states={
          <>
            <ClaimChip state={claim.state} />
            <VerdictChip verdict={judgement?.verdict} />
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
            <Card title={t('care.coverageUsed')}>
              <CoverageList coverages={judgement.coverage} />
            </Card>
          )}
        </div>
        <div className="stack">
          <About claim={claim} />
          <Done claim={claim} />
          <Causal claim={claim} />
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
                {one.detail !== undefined && <div className="muted small">{one.detail}</div>}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** What is asked for, what the terms pay of it, and what was approved. */
function Lines({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const judged = (n: number) => claim.judgement?.lines.find(line => line.n === n)
  const approved = (n: number) => claim.decision?.lines.find(line => line.n === n)?.amount
  const numbers = [t('care.field.amount'), t('care.field.payable')]
  return (
    <Card title={t('care.lines')}>
      <Rows
        words={[t('care.field.what')]}
        numbers={claim.decision === undefined ? numbers : [...numbers, t('care.field.approved')]}
        label={t('care.lines')}
      >
        {claim.lines.map(line => {
          const says = judged(line.n)
          return (
            <tr key={line.n}>
              <td className="pair">
                {whatWord(line.what, t)}{' '}
                {line.qty !== undefined && <span className="muted">× {quantity(line.qty)}</span>}
                {line.text !== undefined && <div className="small">{line.text}</div>}
                {says?.why.map(reason => (
                  <div key={reason.code} className="muted small">
                    {reasonWords(reason, t)}
                  </div>
                ))}
              </td>
              <td className="num">{moneyWords(line)}</td>
              <td className="num">
                {says === undefined ? '–' : moneyWords({ amount: says.payable, currency: line.currency })}
                {says !== undefined && says.percent < 100 && (
                  <div className="muted small">{t('care.percent', { n: count(says.percent) })}</div>
                )}
              </td>
              {claim.decision !== undefined && (
                <td className="num">
                  {approved(line.n) === undefined
                    ? '–'
                    : moneyWords({ amount: approved(line.n) ?? '0', currency: line.currency })}
                </td>
              )}
            </tr>
          )
        })}
      </Rows>
    </Card>
  )
}

function About({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.about')}>
      {claim.description !== undefined && <p className="long-text">{claim.description}</p>}
      <Facts
        facts={[
          [t('care.field.unit'), claim.unit && <UnitWords unit={claim.unit} />],
          [
            t('care.field.part'),
            claim.part?.unit && (
              <>
                <UnitWords unit={claim.part.unit} /> {claim.part.position}
              </>
            ),
          ],
          [t('care.field.failedOn'), claim.failedOn && day(claim.failedOn)],
          [t('quality.field.code'), claim.codeName ?? claim.code],
          [
            t('care.field.complaint'),
            claim.complaint && <Link to={qualityPath('complaints', claim.complaint)}>{claim.complaint}</Link>,
          ],
          [t('care.field.partner'), claim.partner && <PlaceLink code={claim.partner} kind="partner" />],
          [t('care.field.country'), claim.country && countryName(claim.country)],
          ...claim.meters.map(one => [one.meter, quantity(one.value)] as [string, string]),
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
                {repair.entries.map(seq => (
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
function Causal({ claim }: { claim: Claim }) {
  const { t } = useTexts()
  const { causal, recovery } = claim
  if (causal === undefined && recovery === undefined) {
    return null
  }
  return (
    <Card
      title={t('care.causal')}
      aside={recovery !== undefined && <Link to={pathOf('recoveries', recovery)}>{recovery}</Link>}
    >
      <Facts
        facts={[
          [t('care.field.lot'), causal?.lot && <UnitWords unit={causal.lot} />],
          [t('care.field.supplier'), causal?.supplier && <PlaceLink code={causal.supplier} kind="partner" />],
          [t('care.field.receivedOn'), causal?.receivedOn && day(causal.receivedOn)],
          [
            t('care.field.document'),
            causal?.document && <Link to={`/documents/${segment(causal.document)}`}>{causal.document}</Link>,
          ],
          [
            t('care.field.entry'),
            causal?.entry !== undefined && <Link to={`/entries/${causal.entry}`}>{count(causal.entry)}</Link>,
          ],
        ]}
      />
      {recovery === undefined && causal?.supplier !== undefined && (
        <p className="no-print">
          <Link to={address(pathOf('recoveries'), { supplier: causal.supplier })}>{t('care.toRecover')}</Link>
        </p>
      )}
    </Card>
  )
}
