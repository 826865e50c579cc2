// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure } from '../parts/page'
import { Rows } from '../parts/rows'
import { NumberStateChip } from './block-bar'
import type { Kind } from './model'
import { useReport } from './use-numbering'

/** How many numbers there are, how long they last, and which of those that were taken never came to be. */
export function Forecast({ item, kind }: { item: string; kind: Kind }) {
  const { t } = useTexts()
  const { data: report, error, isError, refetch } = useReport(item, kind)
  if (isError && report === undefined) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  if (report === undefined) {
    return <Waiting rows={3} />
  }
  return (
    <>
      <div className="figures">
        <Figure label={t('numbering.free')} note={t('numbering.ofAll', { n: quantity(report.capacity) })}>
          {quantity(report.free)}
        </Figure>
        <Figure label={t('numbering.used')}>{quantity(report.used)}</Figure>
        <Figure label={t('numbering.perDay')} note={t('numbering.perDayHow')}>
          {quantity(report.perDay)}
        </Figure>
        <Figure label={t('numbering.lasts')}>
          {report.exhaustedOn === undefined || report.exhaustedOn === null
            ? t('numbering.notSoon')
            : day(report.exhaustedOn)}
        </Figure>
      </div>
      <Card title={t('numbering.gaps')} aside={!report.complete && t('numbering.gapsCut')}>
        {report.gaps.length === 0 ? (
          <Empty title={t('numbering.noGaps')}>{t('numbering.noGapsWhy')}</Empty>
        ) : (
          <Rows
            className="number-rows"
            words={[t('numbering.from'), t('numbering.to'), t('numbering.stateOf')]}
            numbers={[t('numbering.count')]}
          >
            {report.gaps.map(gap => (
              <tr key={`${gap.from} ${gap.state}`}>
                <td>
                  <Code>{gap.from}</Code>
                </td>
                <td>
                  <Code>{gap.to}</Code>
                </td>
                <td>
                  <NumberStateChip state={gap.state} />
                </td>
                <td className="num">{count(gap.count)}</td>
              </tr>
            ))}
          </Rows>
        )}
      </Card>
    </>
  )
}
