// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { UnitLink } from '../parts/code'
import { Copyable } from '../parts/copyable'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import type { Check, Proof, Reached } from './model'
import type { Question } from './question'
import { Where } from './units'
import { useCheck } from './use-trace'

/** What holds an answer to the entries that it was made from, each to be copied; and the check of it. */
export function ProofCard({ question, proof }: { question: Question; proof: Proof }) {
  const { t } = useTexts()
  const mayCheck = useMe().may.includes('verify')
  return (
    <Card title={t('trace.proof')}>
      <p className="muted small trace-words">{t('trace.proofHow')}</p>
      <ProofFacts proof={proof} />
      {mayCheck && <CheckPart question={question} hash={proof.answerHash} />}
    </Card>
  )
}

export function ProofFacts({ proof }: { proof: Proof }) {
  const { t } = useTexts()
  return (
    <dl className="trace-proof-facts">
      <div>
        <dt>{t('trace.proofOf.answerHash')}</dt>
        <dd className="trace-proof">
          <Copyable name={t('trace.proofOf.answerHash')} text={proof.answerHash} />
        </dd>
      </div>
      <div>
        <dt>{t('trace.proofOf.seq')}</dt>
        <dd>{proof.seq === 0 ? count(0) : <Link to={`/entries/${proof.seq}`}>{count(proof.seq)}</Link>}</dd>
      </div>
      <div>
        <dt>{t('trace.proofOf.headHash')}</dt>
        <dd>
          <Copyable name={t('trace.proofOf.headHash')} text={proof.headHash} />
        </dd>
      </div>
      <div>
        <dt>{t('trace.proofOf.policy')}</dt>
        <dd>
          <Copyable name={t('trace.proofOf.policy')} text={proof.policy} />
        </dd>
      </div>
    </dl>
  )
}

function CheckPart({ question, hash }: { question: Question; hash: string }) {
  const { t } = useTexts()
  const check = useCheck(question, hash)
  return (
    <div className="trace-checked">
      <Button
        variant="default"
        className="no-print"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={check.isFetching}
        onClick={() => void check.refetch()}
      >
        {t('trace.check')}
      </Button>
      <p className="muted small trace-words">{t('trace.checkHow')}</p>
      <div role="status">
        {check.isFetching ? (
          <Waiting rows={2} />
        ) : check.isError ? (
          <ProblemNotice error={check.error} />
        ) : (
          check.data !== undefined && <Checked check={check.data} />
        )}
      </div>
    </div>
  )
}

function Checked({ check }: { check: Check }) {
  const { t } = useTexts()
  if (check.same) {
    return (
      <>
        <StateChip state="ok">{t('trace.same')}</StateChip>
        <p className="trace-words">
          {t('trace.sameHow', { seq: count(check.proof.seq), n: count(check.units), count: check.units })}
        </p>
      </>
    )
  }
  return (
    <>
      <StateChip state="bad">{t('trace.notSame')}</StateChip>
      <p className="trace-words">{check.detail}</p>
      <dl className="trace-proof-facts">
        <div>
          <dt>{t('trace.referenceHash')}</dt>
          <dd>
            <Copyable name={t('trace.referenceHash')} text={check.referenceHash} />
          </dd>
        </div>
      </dl>
      {check.differences !== undefined && check.differences.length > 0 && (
        <Rows words={[t('trace.differ'), t('trace.answered'), t('trace.reference')]}>
          {check.differences.map(({ unit, answered, reference }) => (
            <tr key={unit.unit}>
              <td>
                {unit.item} <UnitLink named={unit} />
              </td>
              <td>
                <Said unit={answered} />
              </td>
              <td>
                <Said unit={reference} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </>
  )
}

function Said({ unit }: { unit?: Reached }) {
  const { t } = useTexts()
  return unit === undefined ? (
    <span className="muted">{t('trace.notNamed')}</span>
  ) : (
    <>
      {t(`trace.precision.${unit.precision}`)}
      <Where unit={unit} />
    </>
  )
}
