// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Copyable } from '../parts/copyable'
import { said, Words } from '../parts/fields'
import { Empty } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { diffPath, EvaluateButton } from './drift'
import { useMay } from './may'
import type { CaseScope, CaseVersion, Question, Recall } from './model'
import { ScopeBuilder } from './scope-builder'
import { kindOf, numbersOf, seedsOf } from './seeds'
import { StepForm } from './step-form'

/** What is in scope: the version that counts, its question, those before, and other questions beside it. */
export function ScopeTab({ recall }: { recall: Recall }) {
  const may = useMay(recall)
  return (
    <>
      {recall.scope !== undefined && <ScopeNow recall={recall} scope={recall.scope} />}
      <Asked question={recall.question} />
      {recall.stop !== undefined && recall.stop.kept > 0 && <Kept recall={recall} kept={recall.stop.kept} />}
      {may('ask') && <ScopeBuilder key={recall.number} recall={recall} />}
      {recall.versions.length > 0 && <Versions versions={recall.versions} />}
    </>
  )
}

function ScopeNow({ recall, scope }: { recall: Recall; scope: CaseScope }) {
  const { t } = useTexts()
  const may = useMay(recall)
  return (
    <Card title={t('recalls.scopeNow', { n: count(scope.version) })}>
      <Facts
        facts={[
          [t('recalls.column.units'), count(scope.units)],
          [t('trace.lots'), count(scope.lots)],
          [t('trace.serials'), count(scope.serials)],
          [
            t('recalls.completeness'),
            <StateChip key="complete" state={scope.complete ? 'ok' : 'unknown'}>
              {scope.complete ? t('trace.complete') : t('recalls.cuts', { count: scope.cuts, n: count(scope.cuts) })}
            </StateChip>,
          ],
          [
            t('recalls.knownAt'),
            <Link key="seq" to={`/entries/${scope.seq}`}>
              {t('scopes.entry', { seq: count(scope.seq) })}
            </Link>,
          ],
          [t('recalls.answerHash'), <Copyable key="hash" name={t('recalls.answerHash')} text={scope.answerHash} />],
        ]}
      />
      <div className="form-buttons no-print">
        {may('evaluate') && <EvaluateButton recall={recall} plain />}
        <Button
          component={Link}
          to={`/scopes/${scope.id}?version=${scope.scopeVersion}`}
          variant="default"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('recalls.wholeAnswer')}
        </Button>
      </div>
    </Card>
  )
}

/** The question that counts, seed by seed. */
function Asked({ question }: { question: Question | undefined }) {
  const { t } = useTexts()
  const seeds = seedsOf(question)
  return (
    <Card title={t('recalls.question')}>
      {seeds.length === 0 ? (
        <Empty title={t('recalls.noQuestion')}>{t('recalls.noQuestionHow')}</Empty>
      ) : (
        <ul className="recall-asked">
          {seeds.map(seed => (
            <li key={JSON.stringify(seed)}>
              <span className="muted small">{t(`recalls.seed.${kindOf(seed)}`)}</span>
              <span className="code">{numbersOf(seed).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Units that left the scope stay stopped until somebody releases them. */
function Kept({ recall, kept }: { recall: Recall; kept: number }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const [reason, setReason] = useState('')
  return (
    <Card title={t('recalls.kept', { count: kept, n: count(kept) })}>
      <p className="recall-words">{t('recalls.keptWhy')}</p>
      {may('release') && (
        <StepForm
          recall={recall}
          shown={/^\/(reason|version)$/}
          step={() => ({ type: 'release', version: recall.scope?.version, reason: said(reason) })}
          submit={t('recalls.do.release')}
          ready={reason.trim() !== ''}
        >
          {fault => (
            <Words
              label={t('recalls.field.reason')}
              value={reason}
              error={fault('/reason') ?? fault('/version')}
              onChange={setReason}
              rows={2}
            />
          )}
        </StepForm>
      )}
    </Card>
  )
}

function Versions({ versions }: { versions: readonly CaseVersion[] }) {
  const { t } = useTexts()
  return (
    <Card title={t('scopes.versionsOf')}>
      <ul className="recall-versions">
        {[...versions]
          .sort((a, b) => b.version - a.version)
          .map(version => (
            <li key={version.version}>
              <div>
                <Link to={`/scopes/${version.scope}?version=${version.scopeVersion}`}>
                  <b>{t('scopes.version', { n: count(version.version) })}</b>
                </Link>{' '}
                <span className="muted small">
                  {t('scopes.units', { count: version.units, n: count(version.units) })}
                </span>
                {version.version > 1 && (
                  <div className="small">
                    {t('recalls.differs', {
                      added: count(version.added),
                      removed: count(version.removed),
                      changed: count(version.changed),
                    })}{' '}
                    {version.scopeVersion > 1 && <Link to={diffPath(version)}>{t('scopes.whatChanged')}</Link>}
                  </div>
                )}
              </div>
              <div className="muted small">
                <Moment at={version.at} />, {version.by}
                {version.because.length > 0 && (
                  <div>
                    {t('scopes.because')} <Because seqs={version.because} />
                  </div>
                )}
              </div>
            </li>
          ))}
      </ul>
    </Card>
  )
}

const SHOWN = 5

/** The entries that made the difference; the page of the difference has all. */
function Because({ seqs }: { seqs: readonly number[] }) {
  return (
    <>
      {seqs.slice(0, SHOWN).map((seq, i) => (
        <span key={seq}>
          {i > 0 && ', '}
          <Link to={`/entries/${seq}`}>{count(seq)}</Link>
        </span>
      ))}
      {seqs.length > SHOWN && ' …'}
    </>
  )
}
