// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure } from '../parts/page'
import { Rows } from '../parts/rows'
import { Moment } from '../parts/when'
import { FirstRows } from '../trace/rows'
import { pathOf } from './addresses'
import { AdvanceForm } from './advance'
import { CheckChip, ConsigneeChip } from './consignees-tab'
import { useMay } from './may'
import type { Consignee, Recall } from './model'
import { SampleForm } from './sample'
import { useFigures, useSampled } from './use-recalls'
import { shareWords } from './words'

/** Whether the notices came and were followed: the level, the sample, and what the checks found. */
export function EffectivenessTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const figures = useFigures(recall.number)
  const { counts, decision, stage } = recall
  const level = decision?.decide.level
  return (
    <>
      <section className="figures" aria-label={t('recalls.tab.effectiveness')}>
        <Figure label={t('recalls.field.level')} note={level && t(`recalls.level.${level}`)}>
          {level ?? '–'}
        </Figure>
        <Figure label={t('recalls.sampled')} note={t('recalls.ofConsignees', { all: count(counts.consignees) })}>
          {count(counts.sampled)}
        </Figure>
        <Figure label={t('recalls.checked')}>{count(counts.checked)}</Figure>
        <Figure label={t('recalls.effective')}>{shareWords(figures.data?.effective)}</Figure>
        <Figure label={t('recalls.responseRate')}>{shareWords(figures.data?.responseRate)}</Figure>
      </section>
      {may('advance') && ['notified', 'inProgress'].includes(stage) && (
        <Card title={t('recalls.next.effectiveness')}>
          <AdvanceForm recall={recall} to="effectiveness" />
        </Card>
      )}
      {may('drawSample') && (
        <Card title={t('recalls.drawSample')}>
          <p className="muted recall-words">{t('recalls.drawSampleHow')}</p>
          <SampleForm recall={recall} />
        </Card>
      )}
      <SampleCard recall={recall} />
    </>
  )
}

function SampleCard({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const some = recall.counts.sampled > 0
  const sampled = useSampled(recall.number, some)
  return (
    <Card title={t('recalls.sample')}>
      {!some && <Empty title={t('recalls.noSample')} />}
      {sampled.isError && <ProblemNotice error={sampled.error} retry={() => void sampled.refetch()} />}
      {some && sampled.isPending && <Waiting />}
      {sampled.data !== undefined && <SampleRows recall={recall} rows={sampled.data} />}
    </Card>
  )
}

/** Those who are still to be checked first. */
function SampleRows({ recall, rows }: { recall: Recall; rows: readonly Consignee[] }) {
  const { t } = useTexts()
  const sorted = [...rows].sort((a, b) => Number(a.check !== undefined) - Number(b.check !== undefined))
  return (
    <FirstRows rows={sorted}>
      {shown => (
        <Rows words={[t('recalls.column.consignee'), t('recalls.column.state'), t('recalls.column.check')]}>
          {shown.map(one => (
            <tr key={one.code}>
              <td>
                <Link to={pathOf(recall.number, 'consignees', { consignee: one.code })}>{one.name}</Link>
              </td>
              <td>
                <ConsigneeChip state={one.state} />
              </td>
              <td>
                <CheckChip one={one} />
                {one.check !== undefined && (
                  <div className="muted small">
                    {t(`recalls.method.${one.check.method}`)}, {one.check.by}, <Moment at={one.check.at} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </FirstRows>
  )
}
