// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { type Hold, type Page, PURPOSES, type ShortUnit } from '../api/model'
import { useTexts } from '../i18n/texts'
import { numberOf } from '../parts/code'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { useMe } from '../shell/session'
import { about, named } from './acts'
import type { DraftLine } from './draft'
import { TextField } from './fields'
import { Modes, useMode } from './modes'
import { TaskPage } from './page'
import { type Goods, summaryOf, unitMeaning } from './reading'
import { type Note, type Understand, useScanning } from './use-scanning'
import { type TaskRule, useTask } from './use-task'

const WAYS = [
  { mode: 'hold', acts: ['hold'] },
  { mode: 'release', acts: ['release'] },
] as const

type Mode = (typeof WAYS)[number]['mode']

const RULES: Record<Mode, TaskRule> = {
  hold: {
    task: 'hold',
    head: { blocks: 'ship,consume,sell', reason: '', operator: '' },
    remembers: ['operator'],
    clears: ['reason'],
    decides: [],
    // A hold is refused for its units alone; the reason may come last.
    ready: () => true,
    act: (head, lines) => ({
      type: 'hold',
      units: lines.map(named),
      ...about(head),
      blocks: blocksOf(head.blocks),
      reason: head.reason?.trim() || '–',
    }),
  },
  release: {
    task: 'release',
    head: { hold: '', seq: '', reason: '', operator: '' },
    remembers: ['operator'],
    clears: ['hold', 'seq', 'reason'],
    decides: ['hold'],
    ready: () => true,
    act: (head, lines) => ({
      type: 'release',
      units: lines.map(named),
      hold: head.hold || undefined,
      ...about(head),
    }),
  },
}

const blocksOf = (text = '') => PURPOSES.filter(purpose => text.split(',').includes(purpose))

/** Units are blocked for some purposes, with a reason; and released again. */
export default function Holding() {
  const mode = useMode<Mode>(WAYS) ?? 'hold'
  return <HoldTask key={mode} mode={mode} />
}

function HoldTask({ mode }: { mode: Mode }) {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULES[mode], user)
  const { draft, setHead, add } = task
  const holds = mode === 'hold'

  const take = async ({ item, lot, serial, unitId }: Goods, code: string, note: Note) => {
    const line = { code, item: item.code, name: item.name, lot, serial, unitId }
    if (holds) {
      return void add(line)
    }
    const open = (await summaryOf(unitId ?? '')).holds
    const own = open.filter(hold => !hold.ofLot)
    if (own.length === 0) {
      return note('bad', open.length > 0 ? t('tasks.hold.ofLot', { lot }) : t('tasks.hold.notHeld'), code)
    }
    return void add({ ...line, holds: own })
  }

  const understand: Understand = (meaning, code, _, note) => {
    if (meaning.is === 'goods' && meaning.unitId !== undefined) {
      return take(meaning, code, note)
    }
    if (meaning.is === 'number') {
      return note('bad', t('tasks.nothing'), t('tasks.nothingWhy', { code }))
    }
    return note('bad', t('tasks.hold.unitsOnly'), code)
  }

  const head = draft?.head ?? {}
  const noBlocks = holds && blocksOf(head.blocks).length === 0
  const missing = (noBlocks && t('tasks.choose.purpose')) || (!head.reason?.trim() && t('tasks.choose.reason')) || null
  const scanning = useScanning(task, understand, missing === null)
  const lines = draft?.lines ?? []

  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t(`tasks.hold.${mode}`)}
      what={t(`tasks.hold.${mode}What`)}
      modes={
        <Modes
          mode={mode}
          label={t('tasks.mode')}
          ways={WAYS.map(way => ({ mode: way.mode, label: t(`tasks.hold.${way.mode}`), acts: [...way.acts] }))}
        />
      }
      summary={[
        holds &&
          blocksOf(head.blocks)
            .map(p => t(`tasks.hold.purpose.${p}`))
            .join(', '),
        head.reason,
      ]
        .filter(Boolean)
        .join(' · ')}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <>
          {holds && <Purposes blocks={h.blocks ?? ''} onChange={blocks => set({ blocks })} />}
          <TextField label={t('tasks.reason')} value={h.reason ?? ''} onChange={reason => set({ reason })} />
        </>
      )}
      idle={t(`tasks.hold.${mode}Idle`)}
      counted={t(`tasks.hold.${mode}Counted`)}
      finish={t(`tasks.hold.${mode}Finish`)}
    >
      {!holds && <OpenHolds lines={lines} seq={head.seq ?? ''} onChoose={setHead} />}
      {!holds && (
        <HeldNow
          taken={lines}
          onTake={id =>
            void unitMeaning(id).then(m =>
              m.is === 'goods' ? take(m, m.serial ?? m.lot ?? '', scanning.note) : undefined,
            )
          }
        />
      )}
    </TaskPage>
  )
}

/** What is blocked, as large switches. */
function Purposes({ blocks, onChange }: { blocks: string; onChange: (blocks: string) => void }) {
  const { t } = useTexts()
  const chosen = blocksOf(blocks)
  return (
    <fieldset className="purposes">
      <legend className="small">{t('tasks.hold.blocks')}</legend>
      <div className="toggles">
        {PURPOSES.map(purpose => {
          const on = chosen.includes(purpose)
          const next = on ? chosen.filter(p => p !== purpose) : [...chosen, purpose]
          return (
            <Button
              key={purpose}
              size="lg"
              variant={on ? 'filled' : 'default'}
              aria-pressed={on}
              leftSection={on && <IconCheck size={18} aria-hidden />}
              onClick={() => onChange(next.join(','))}
            >
              {t(`tasks.hold.purpose.${purpose}`)}
            </Button>
          )
        })}
      </div>
    </fieldset>
  )
}

/** The holds on what was scanned: all of them end, or one that is chosen. */
function OpenHolds(props: {
  lines: DraftLine[]
  seq: string
  onChoose: (head: { hold: string; seq: string }) => void
}) {
  const { lines, seq, onChoose } = props
  const { t } = useTexts()
  const bySeq = new Map(lines.flatMap(line => line.holds ?? []).map((hold): [number, Hold] => [hold.seq, hold]))
  if (bySeq.size < 2) {
    return null
  }
  const choose = async (wanted: number) => {
    const { id } = await api.get<{ id: string }>(`/entries/${wanted}`, { view: 'short' })
    onChoose({ hold: id, seq: String(wanted) })
  }
  return (
    <Card title={t('tasks.hold.which')}>
      <ul className="choices">
        <li>
          <UnstyledButton className="choice" aria-pressed={seq === ''} onClick={() => onChoose({ hold: '', seq: '' })}>
            <span className="choice-words">{t('tasks.hold.all')}</span>
            {seq === '' && <IconCheck size={18} aria-hidden />}
          </UnstyledButton>
        </li>
        {[...bySeq.values()].map(hold => (
          <li key={hold.seq}>
            <UnstyledButton
              className="choice"
              aria-pressed={seq === String(hold.seq)}
              onClick={() => void choose(hold.seq)}
            >
              <span className="choice-words">
                <span>{hold.reason}</span>
                <span className="muted small">
                  {hold.blocks.map(purpose => t(`tasks.hold.purpose.${purpose}`)).join(', ')} · {hold.by}
                </span>
              </span>
              {seq === String(hold.seq) && <IconCheck size={18} aria-hidden />}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What is held at present, to be chosen without a scanner. */
function HeldNow({ taken, onTake }: { taken: DraftLine[]; onTake: (id: string) => void }) {
  const { t } = useTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['tasks', 'held'],
    queryFn: ({ pageParam }) =>
      api.get<Page<ShortUnit>>('/units', { state: 'held', view: 'short', limit: 20, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextCursor,
  })
  const rows = data?.pages.flatMap(page => page.items).filter(unit => !taken.some(line => line.unitId === unit.id))
  if (error !== null) {
    return <ProblemNotice error={error} retry={() => void refetch()} />
  }
  return rows === undefined || rows.length === 0 ? null : (
    <Card title={t('tasks.hold.now')}>
      <ul className="choices">
        {rows.map(unit => (
          <li key={unit.id}>
            <UnstyledButton className="choice" onClick={() => onTake(unit.id)}>
              <span className="choice-words">
                <span className="code">{numberOf(unit)}</span>
                <span className="muted small">{[unit.name, unit.place].filter(Boolean).join(' · ')}</span>
              </span>
              <IconPlus size={18} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="md" onClick={() => void fetchNextPage()}>
          {t('tasks.showMore')}
        </Button>
      )}
    </Card>
  )
}
