// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { ACTS } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { MoreButton } from '../lookup/more-button'
import { Code, UnitLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { type State, StateChip } from '../parts/state'
import { Ago, Moment } from '../parts/when'
import { useMayRecord } from '../shell/session'
import { pathOf } from './addresses'
import { FreeForm } from './free-form'
import { Later } from './later'
import { useMay } from './may'
import type { CaseStop, PullList, PullRow, PullState, Recall } from './model'
import { usePulls, useStoppedEntries } from './use-recalls'

export const PULL_SIGNS = { open: 'held', done: 'ok', missing: 'bad' } as const satisfies Record<PullState, State>

/** What is stopped, what is to be pulled from where, and what moved since. */
export function PullTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  return (
    <>
      {recall.stop !== undefined && <Stopped stop={recall.stop} number={recall.number} />}
      <PullCard recall={recall} />
      <MovedEntries number={recall.number} />
      {may('free') && recall.kind !== 'mock' && (
        <Card title={t('recalls.free')}>
          <p className="muted recall-words">{t('recalls.freeHow')}</p>
          <Later words={t('recalls.do.freeSome')}>{done => <FreeForm recall={recall} done={done} />}</Later>
        </Card>
      )}
    </>
  )
}

function Stopped({ stop, number }: { stop: CaseStop; number: string }) {
  const { t } = useTexts()
  return (
    <Card title={t('recalls.stop')}>
      <Facts
        facts={[
          [
            t('recalls.stopState'),
            <StateChip key="stop" state={stop.inForce ? 'bad' : 'gone'}>
              {t(stop.inForce ? 'recalls.inForce' : 'recalls.notInForce')}
            </StateChip>,
          ],
          [t('recalls.since'), stop.since && <Moment at={stop.since} />],
          [
            t('recalls.stopped'),
            <Link key="units" to={`/lookup?recall=${encodeURIComponent(number)}`}>
              {t('scopes.units', { count: stop.units, n: count(stop.units) })}
            </Link>,
          ],
          [t('recalls.arrived'), count(stop.arrived)],
          [t('recalls.keptUnits'), stop.kept > 0 && count(stop.kept)],
        ]}
      />
      <p className="muted small recall-words">{t('recalls.stopHow')}</p>
    </Card>
  )
}

function PullCard({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const pulls = usePulls(recall.number)
  const first = pulls.data?.pages[0]
  const rows = pulls.data?.pages.flatMap(page => page.rows) ?? []
  if (pulls.isError && first === undefined) {
    return <ProblemNotice error={pulls.error} retry={() => void pulls.refetch()} />
  }
  if (first === undefined) {
    return <Waiting />
  }
  return (
    <Card
      title={t('recalls.pullList')}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('lookup.print')}
        </Button>
      }
    >
      {first.places.length === 0 ? (
        <Empty title={t('recalls.nothingToPull')} />
      ) : (
        <>
          <PullHead list={first} />
          <Places recall={recall} list={first} />
          <h3 className="recall-part">{t('recalls.pullRows')}</h3>
          <PullRows rows={rows} />
          <Shown n={rows.length} all={first.open + first.done + first.missing} />
          <MoreButton of={pulls} />
        </>
      )}
    </Card>
  )
}

function PullHead({ list }: { list: PullList }) {
  const { t } = useTexts()
  const mayRecord = useMayRecord()
  return (
    <p className="recall-chips">
      <StateChip state={list.open > 0 ? 'held' : 'ok'}>{t('recalls.openN', { n: count(list.open) })}</StateChip>
      <StateChip state="ok">{t('recalls.doneN', { n: count(list.done) })}</StateChip>
      {list.missing > 0 && <StateChip state="bad">{t('recalls.missingN', { n: count(list.missing) })}</StateChip>}
      {list.cage !== undefined && (
        <span>
          {t('recalls.bringTo')} <Code>{list.cage}</Code>
        </span>
      )}
      {list.done > 0 && mayRecord('move') && (
        <Link to="/tasks/move" className="recall-back no-print">
          {t('recalls.recordMove')}
        </Link>
      )}
    </p>
  )
}

/** The bins, each a way to pull it. */
function Places({ recall, list }: { recall: Recall; list: PullList }) {
  const { t } = useTexts()
  const may = useMay(recall)
  return (
    <ul className="recall-places">
      {list.places.map(place => (
        <li key={place.place}>
          <Link to={pathOf(recall.number, 'pull', { place: place.place })} className="recall-place">
            <span>
              <Code>{place.place}</Code>
              {place.name !== place.place && <span className="muted small"> {place.name}</span>}
            </span>
            <StateChip state={place.open > 0 ? 'held' : 'ok'}>
              {t('recalls.ofAll', { n: count(place.done), all: count(place.open + place.done) })}
            </StateChip>
            <span className="small no-print">
              {place.open > 0 && may('pull') ? t('recalls.do.pullHere') : t('recalls.look')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Says, on paper too, that a list goes on. */
export function Shown({ n, all }: { n: number; all: number }) {
  const { t } = useTexts()
  return n < all && <p className="recall-words">{t('recalls.rowsShown', { n: count(n), all: count(all) })}</p>
}

/** The list on paper too: what stands where, in what, and whether it was pulled. */
function PullRows({ rows }: { rows: readonly PullRow[] }) {
  const { t } = useTexts()
  return (
    <Rows
      words={[t('recalls.column.place'), t('recalls.column.unit'), t('recalls.column.state')]}
      numbers={[t('trace.qty')]}
    >
      {rows.map(row => (
        <tr key={`${row.unit} ${row.place} ${row.within[0] ?? ''}`}>
          <td>
            <Code>{row.place}</Code>
            <Within within={row.within} />
          </td>
          <td>
            <UnitLink named={row} />
            {row.item !== undefined && <div className="muted small">{row.name ?? row.item}</div>}
          </td>
          <td>
            <StateChip state={PULL_SIGNS[row.state]}>{t(`recalls.pull.${row.state}`)}</StateChip>
            {row.arrived && <div className="small">{t('recalls.arrivedLater')}</div>}
            {row.by !== undefined && row.at !== undefined && (
              <div className="muted small">
                {row.by}, <Ago at={row.at} />
              </div>
            )}
          </td>
          <td className="num">
            <Quantity qty={row.qty} unit={row.unitOfMeasure} />
          </td>
        </tr>
      ))}
    </Rows>
  )
}

/** The containers and hosts that a unit is in, innermost first. */
export function Within({ within }: { within: readonly string[] }) {
  const { t } = useTexts()
  return (
    within.length > 0 && (
      <div className="muted small">
        {t('trace.in')} {within.map(one => <Code key={one}>{one}</Code>).reduce(joined)}
      </div>
    )
  )
}

const joined = (before: React.ReactElement, one: React.ReactElement) => (
  <>
    {before} · {one}
  </>
)

/** Entries that moved what is stopped: returns, resales, moves to the cage. */
function MovedEntries({ number }: { number: string }) {
  const { t } = useTexts()
  const { pages, rows } = useStoppedEntries(number)
  return (
    <Card title={t('recalls.moved')}>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data !== undefined && rows.length === 0 && <Empty title={t('recalls.nothingMoved')} />}
      {rows.length > 0 && (
        <Rows
          words={[t('scopes.column.entry'), t('scopes.column.what'), t('recalls.column.when')]}
          numbers={[t('recalls.column.units')]}
        >
          {rows.map(entry => (
            <tr key={entry.seq}>
              <td>
                <Link to={`/entries/${entry.seq}`}>{count(entry.seq)}</Link>
              </td>
              <td>
                <ActWord type={entry.type} />
                {entry.document !== undefined && (
                  <div className="muted small">
                    <Code>{entry.document}</Code>
                  </div>
                )}
              </td>
              <td>
                <Moment at={entry.at} />
                <div className="muted small">{entry.actor}</div>
              </td>
              <td className="num">{count(entry.units)}</td>
            </tr>
          ))}
        </Rows>
      )}
      <MoreButton of={pages} />
    </Card>
  )
}

function ActWord({ type }: { type: string }) {
  const { t } = useTexts()
  const act = ACTS.find(one => one === type)
  return <>{act === undefined ? type : t(`lookup.act.${act}`)}</>
}
