// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCheck, IconEyeOff, IconRotate } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../api/client'
import { count, quantity } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import type { LookupAnswer } from '../lookup/meaning'
import { MoreButton } from '../lookup/more-button'
import { Code, numberOf } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { type State, StateSign } from '../parts/state'
import { isCommand } from '../scan/commands'
import { type Signal, signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { apart, shown } from '../scan/several'
import { EntryBox } from '../tasks/entry-box'
import { pathOf } from './addresses'
import { useMay } from './may'
import type { PullList, PullRow, PullState, Recall } from './model'
import { PULL_SIGNS, Shown, Within } from './pull-tab'
import { countsHere, nextPlace, scanned } from './pulling'
import { usePulls } from './use-recalls'
import { useTicks } from './use-ticks'
import '../tasks/tasks.css'

type Said = { state: State; title: string; code?: string; words?: string }

/** One bin of the pull list, in the hand of whoever stands before it: scan, and the row is ticked off. */
export function PullBin({ recall, place }: { recall: Recall; place: string }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const may = useMay(recall)('pull')
  const pulls = usePulls(recall.number, place)
  const ticks = useTicks(recall.number)
  const [said, setSaid] = useState<Said | null>(null)
  const order = useRef<Promise<unknown>>(Promise.resolve())
  const list = pulls.data?.pages[0]
  const asShown = (pages: PullList[]) =>
    pages.flatMap(page => page.rows).map(row => ({ ...row, state: ticks.stateOf(row) }))
  const rows = asShown(pulls.data?.pages ?? [])
  const here = countsHere(list?.places ?? [], place, pulls.data?.pages.flatMap(page => page.rows) ?? [], rows)
  const latest = useRef(asShown)
  latest.current = asShown

  const say = (kind: Signal, words: Said) => {
    setSaid(words)
    signal(kind)
  }
  const take = async (code: string) => {
    const answer = await api.get<LookupAnswer>('/lookup', { code: apart(code) })
    // Whoever scans before the list is there means the list that is coming; and it may have further pages.
    let pages = (pulls.data ?? (await pulls.refetch({ cancelRefetch: false, throwOnError: true })).data)?.pages ?? []
    const judged = () => scanned(latest.current(pages), pages[0]?.places ?? [], answer.found, recall.number)
    let meaning = judged()
    while (meaning.is === 'elsewhere' && pages.at(-1)?.nextCursor !== undefined) {
      pages = (await pulls.fetchNextPage({ throwOnError: true })).data?.pages ?? []
      meaning = judged()
    }
    if (meaning.is === 'place') {
      signal('right')
      return void navigate(pathOf(recall.number, 'pull', { place: meaning.place }))
    }
    if (meaning.is === 'row') {
      ticks.add([meaning.row])
      return say('right', { ...about(t, meaning.row), state: 'ok', title: t('recalls.take') })
    }
    if (meaning.is === 'again') {
      return say('wrong', { ...about(t, meaning.row), state: 'held', title: t('recalls.scannedTwice') })
    }
    const state = meaning.is === 'elsewhere' ? 'held' : 'bad'
    say('wrong', {
      state,
      title: t(`recalls.scan.${meaning.is}`),
      code: shown(code),
      words: t(`recalls.scanDo.${meaning.is}`),
    })
  }
  const scan = (code: string) => {
    if (!may || isCommand(code)) {
      return signal('wrong')
    }
    order.current = order.current
      .then(() => take(code))
      .catch(() => say('wrong', { state: 'bad', title: t('recalls.notRead'), code: shown(code) }))
  }
  useScans(scan, may)

  const open = rows.filter(row => row.state === 'open')
  const next = nextPlace(list?.places ?? [], place)
  return (
    <div className="task">
      <div className="task-body">
        <PageHead
          title={t('recalls.pullAt', { place })}
          heading={<Code>{place}</Code>}
          over={
            <Link to={pathOf(recall.number, 'pull')} className="recall-back">
              <IconArrowLeft size={16} aria-hidden /> {recall.number} · {t('recalls.pullList')}
            </Link>
          }
        />
        <Panel said={said} idle={t(may ? 'recalls.pullIdle' : 'recalls.pullLook')} cage={list?.cage} />
        <Counter done={here.done} all={here.all} />
        {may && <EntryBox onCode={scan} />}
        {ticks.error !== null && <ProblemNotice error={ticks.error} retry={ticks.again} />}
        {pulls.isError && <ProblemNotice error={pulls.error} retry={() => void pulls.refetch()} />}
        {pulls.isPending && <Waiting />}
        {pulls.data !== undefined && rows.length === 0 && <Empty title={t('recalls.binEmpty')} />}
        <ul className="card recall-bin" aria-label={t('recalls.pullRows')}>
          {[...rows].sort(byState).map(row => (
            <li key={`${row.unit} ${row.within[0] ?? ''}`} data-state={PULL_SIGNS[row.state]}>
              <BinRow row={row} may={may} onTick={(missing: boolean) => ticks.add([row], missing)} />
            </li>
          ))}
        </ul>
        <Shown n={rows.length} all={here.all} />
        <MoreButton of={pulls} />
      </div>
      <footer className="task-foot no-print">
        <div className="task-buttons">
          {may && open.length > 1 && (
            <Button variant="default" size="lg" onClick={() => ticks.add(open)} leftSection={<IconCheck size={20} />}>
              {t('recalls.do.allHere', { n: count(open.length) })}
            </Button>
          )}
          <Button
            component={Link}
            to={pathOf(recall.number, 'pull', next === null ? {} : { place: next })}
            size="lg"
            className="task-finish"
            variant={open.length === 0 ? 'filled' : 'default'}
            rightSection={<IconArrowRight size={20} aria-hidden />}
          >
            {next === null ? t('recalls.toTheList') : t('recalls.nextBin', { place: next })}
          </Button>
        </div>
      </footer>
    </div>
  )
}

/** Open rows first; all else in the order of the list. */
const byState = (a: PullRow, b: PullRow) => Number(a.state !== 'open') - Number(b.state !== 'open')

function about(t: Texts, row: PullRow) {
  const qty = `${quantity(row.qty)} ${row.unitOfMeasure ?? ''}`.trim()
  const within = row.within.length === 0 ? [] : [t('recalls.outOf', { within: row.within.join(' · ') })]
  return { code: numberOf(row), words: [row.name ?? row.item, qty, ...within].filter(Boolean).join(' · ') }
}

/** What the last scan did, large enough to be seen from a step away. */
function Panel({ said, idle, cage }: { said: Said | null; idle: string; cage: string | undefined }) {
  const { t } = useTexts()
  return (
    <section className="scan-panel" data-state={said?.state ?? 'gone'} aria-live="polite">
      {said !== null && (
        <div className="scan-panel-title">
          <StateSign state={said.state} size={20} />
          {said.title}
        </div>
      )}
      {said?.code !== undefined && <div className="code scan-panel-code">{said.code}</div>}
      <div className="scan-panel-words">
        {said === null ? idle : said.words}
        {cage !== undefined && said?.state !== 'bad' && <b>{t('recalls.toCage', { cage })}</b>}
      </div>
    </section>
  )
}

function Counter({ done, all }: { done: number; all: number }) {
  const { t } = useTexts()
  return (
    <div>
      <div className="card counter">
        <span className="counter-number" data-testid="counter">
          {count(done)}
        </span>
        <span className="muted">{t('recalls.ofHere', { all: count(all) })}</span>
      </div>
      {all > 0 && <Progress value={(done / all) * 100} color="var(--ok)" mt={6} aria-label={t('recalls.pulledHere')} />}
    </div>
  )
}

function BinRow({ row, may, onTick }: { row: PullRow; may: boolean; onTick: (missing: boolean) => void }) {
  const { t } = useTexts()
  const code = numberOf(row)
  return (
    <div className="line">
      <div className="line-words">
        <Link to={`/units/${row.unit}`} className="code">
          {code}
        </Link>
        <span className="muted small">
          {[row.name ?? row.item, row.serial && row.lot, `${quantity(row.qty)} ${row.unitOfMeasure ?? ''}`.trim()]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Within within={row.within} />
        {row.arrived && <span className="small">{t('recalls.arrivedLater')}</span>}
      </div>
      <RowState state={row.state} />
      {may && row.state === 'open' && (
        <>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('recalls.do.tick', { code })}
            onClick={() => onTick(false)}
          >
            <IconCheck size={20} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('recalls.do.missing', { code })}
            onClick={() => onTick(true)}
          >
            <IconEyeOff size={20} />
          </ActionIcon>
        </>
      )}
      {may && row.state !== 'open' && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t(row.state === 'done' ? 'recalls.do.missing' : 'recalls.do.tick', { code })}
          onClick={() => onTick(row.state === 'done')}
        >
          <IconRotate size={18} />
        </ActionIcon>
      )}
    </div>
  )
}

function RowState({ state }: { state: PullState }) {
  const { t } = useTexts()
  return (
    state !== 'open' && (
      <span className="small recall-row-state">
        <StateSign state={PULL_SIGNS[state]} /> {t(`recalls.pull.${state}`)}
      </span>
    )
  )
}
