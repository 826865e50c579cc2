// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, Figure } from '../parts/page'
import { Rows } from '../parts/rows'
import { NumberStateChip } from './block-bar'
import type { Kind, Report } from './model'
import { useReport } from './use-numbering'

/** How many numbers there are, how long they last, and which of those that were taken never came to be. */
export function Forecast({ item, kind }: { item: string; kind: Kind }) {
  const { data: report, error, isError, refetch } = useReport(item, kind)
  if (isError && report === undefined) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  if (report === undefined) {
    return <Waiting rows={3} />
  }
  return (
    <>
      <Figures report={report} />
      <Gaps report={report} />
    </>
  )
}

function Figures({ report }: { report: Report }) {
  const { t } = useTexts()
  const { capacity, free, perDay, exhaustedOn, pool } = report
  const open = pool.reserved + pool.printed
  return (
    <div className="figures">
      {free !== undefined && (
        <Figure
          label={t('numbering.free')}
          note={capacity !== undefined && t('numbering.ofAll', { n: quantity(capacity) })}
        >
          {quantity(free)}
        </Figure>
      )}
      {free !== undefined && (
        <Figure
          label={t('numbering.lasts')}
          note={perDay !== undefined && t('numbering.atADay', { n: quantity(String(perDay)) })}
        >
          {exhaustedOn === undefined ? t('numbering.notSoon') : day(exhaustedOn)}
        </Figure>
      )}
      <Figure label={t('numbering.open')} note={t('numbering.openHow')}>
        {count(open)}
      </Figure>
      <Figure
        label={t('numbering.openLast')}
        note={pool.perDay !== undefined && t('numbering.atADay', { n: quantity(String(pool.perDay)) })}
      >
        {pool.exhaustedOn === undefined ? t('numbering.notSoon') : day(pool.exhaustedOn)}
      </Figure>
    </div>
  )
}

function Gaps({ report }: { report: Report }) {
  const { t } = useTexts()
  return (
    <Card title={t('numbering.gaps')} aside={!report.complete && t('numbering.gapsCut')}>
      {report.gaps.length === 0 ? (
        <Empty title={t('numbering.noGaps')}>{t('numbering.noGapsWhy')}</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section className="number-rows" tabIndex={0} aria-label={t('numbering.gaps')}>
          <Rows
            words={[t('numbering.from'), t('numbering.to'), t('numbering.stateOf')]}
            numbers={[t('numbering.count')]}
          >
            {report.gaps.map(gap => (
              <tr key={`${gap.block} ${gap.from}`}>
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
        </section>
      )}
    </Card>
  )
}
