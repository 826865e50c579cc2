// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DryRun, Movement, Stock } from '../api/model'
import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { numberOf } from '../parts/code'
import { Empty, ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { minus } from './amounts'
import { absent, countedOf, countOfPlace, stockAt } from './counting'
import { countable, type Draft, type DraftLine } from './draft'
import { PlaceField } from './fields'
import { dryRun } from './judge'
import { bySerial } from './model'
import { TaskPage } from './page'
import type { Goods } from './reading'
import { fromStock } from './understand'
import { type Understand, useScanning } from './use-scanning'
import { type GivenLine, type TaskRule, useTask } from './use-task'

const RULE: TaskRule = {
  task: 'count',
  head: { at: '', nothingElse: '', absent: '', operator: '' },
  remembers: ['operator'],
  clears: ['at', 'nothingElse', 'absent'],
  decides: [],
  ready: head => head.at !== '',
  act: (head, lines) => countOfPlace({ ...head, absent: '' }, lines),
  acts: (head, lines) => [countOfPlace(head, lines)],
}

/** A quantity is asked without a proposal: whoever counts should not be told the result. */
function counted({ item, lot, serial, unitId }: Goods, code: string): GivenLine {
  const line = { code, item: item.code, name: item.name, lot, serial, unitId }
  // A serial that is known can be counted; to judge it alone would find all the others missing.
  return bySerial(item)
    ? { ...line, verdict: { is: 'good' } }
    : { ...line, unit: item.unit, verdict: { is: 'asks', fields: ['qty'] } }
}

/** What a difference was worked out for: when anything of it changes, it must be worked out again. */
function stateOfCount(draft: Draft): string {
  const { at, nothingElse } = draft.head
  return JSON.stringify([at, nothingElse, draft.lines.filter(countable).map(l => [l.item, l.lot, l.serial, l.qty])])
}

/** What is at a place is counted; the difference is seen before it is recorded. */
export default function Count() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft, setHead, add } = task
  const [shown, setShown] = useState<{ of: string; dry: DryRun } | null>(null)
  const [error, setError] = useState<unknown>(null)

  const understand: Understand = async (meaning, code, _, note) => {
    if (meaning.is === 'place') {
      setHead({ at: meaning.place })
      return note('info', t('tasks.count.at', { place: meaning.name ?? meaning.place }))
    }
    if (meaning.is === 'container') {
      return note('bad', t('tasks.count.container'), meaning.container)
    }
    const line = await fromStock(meaning, code, note, t)
    return line === null ? undefined : void add(meaning.is === 'goods' ? counted(meaning, code) : line)
  }

  const at = draft?.head.at ?? ''
  const nothingElse = draft?.head.nothingElse === 'yes'
  const seen = draft !== null && shown?.of === stateOfCount(draft)
  const missing = (!at && t('tasks.choose.place')) || (!seen && t('tasks.count.first')) || null
  const scanning = useScanning(task, understand, missing === null)
  const { data: stock, error: unknown } = useQuery({
    queryKey: ['tasks', 'stock', at],
    queryFn: () => stockAt(at),
    enabled: at !== '',
  })

  const show = async () => {
    if (draft === null) {
      return
    }
    setError(null)
    try {
      const lines = draft.lines.filter(countable)
      const zeros = nothingElse ? await absent(at, lines) : []
      const head = { ...draft.head, absent: zeros.length === 0 ? '' : JSON.stringify(zeros) }
      const dry = await dryRun(countOfPlace(head, [...lines].reverse()))
      setHead({ absent: head.absent })
      setShown({ of: stateOfCount(draft), dry })
    } catch (e) {
      setError(e)
    }
  }

  const lines = draft?.lines ?? []
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.count.title')}
      what={t('tasks.count.what')}
      summary={at}
      complete={at !== ''}
      missing={missing}
      withoutLines={seen}
      fields={(h, set) => (
        <PlaceField label={t('tasks.place')} value={h.at ?? ''} onChange={place => set({ at: place })} />
      )}
      idle={at ? t('tasks.count.idle') : t('tasks.choose.place')}
      counted={t('tasks.count.counted')}
      finish={t('tasks.count.finish')}
      buttons={
        <Button
          variant={seen ? 'default' : 'filled'}
          size="lg"
          onClick={() => void show()}
          disabled={at === '' || (lines.length === 0 && !nothingElse)}
        >
          {t('tasks.count.show')}
        </Button>
      }
    >
      {unknown !== null && <ProblemNotice error={unknown} />}
      {stock !== undefined && at !== '' && <ShouldBe stock={stock} lines={lines} />}
      {at !== '' && (
        <Switch
          label={t('tasks.count.nothingElse')}
          description={t('tasks.count.nothingElseWhy')}
          checked={nothingElse}
          onChange={e => setHead({ nothingElse: e.currentTarget.checked ? 'yes' : '' })}
          size="md"
        />
      )}
      {error !== null && <ProblemNotice error={error} />}
      {seen && shown !== null && <Difference dry={shown.dry} />}
    </TaskPage>
  )
}

/** What the books say of the place, and what was counted so far. */
function ShouldBe({ stock, lines }: { stock: Stock; lines: DraftLine[] }) {
  const { t } = useTexts()
  return (
    <Card title={t('tasks.count.shouldBe')} aside={stock.more && t('tasks.count.more')}>
      {stock.rows.length === 0 ? (
        <Empty title={t('tasks.count.empty')} />
      ) : (
        <Rows words={[t('tasks.item')]} numbers={[t('tasks.count.books'), t('tasks.count.countedShort')]}>
          {stock.rows.map(row => {
            const n = countedOf(lines, row.item)
            return (
              <tr key={row.item}>
                <td>{row.name}</td>
                <td className="num">
                  <Quantity qty={row.qty} unit={row.unit} />
                </td>
                <td className="num">{n === null ? '–' : <Quantity qty={n} />}</td>
              </tr>
            )
          })}
        </Rows>
      )}
    </Card>
  )
}

/** As many rows of a difference as somebody reads. */
const ROWS_MAX = 200

/** What the count would change, unit by unit. */
function Difference({ dry }: { dry: DryRun }) {
  const { t } = useTexts()
  const movements = dry.movements ?? []
  const card = useRef<HTMLDivElement>(null)
  // It is what was asked for, and on a phone it stands below the fold.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each new difference
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [dry])
  const more = (dry.movementCount ?? movements.length) - Math.min(movements.length, ROWS_MAX)
  return (
    <div ref={card}>
      <Card title={t('tasks.count.difference')}>
        {movements.length === 0 ? (
          <StateChip state="ok">{t('tasks.count.none')}</StateChip>
        ) : (
          <ul className="choices">
            {movements.slice(0, ROWS_MAX).map(movement => (
              <li key={JSON.stringify(movement)} className="choice">
                <DifferenceRow movement={movement} />
              </li>
            ))}
          </ul>
        )}
        {more > 0 && <p className="muted small">{t('tasks.count.others', { more: count(more) })}</p>}
      </Card>
    </div>
  )
}

function DifferenceRow({ movement }: { movement: Movement }) {
  const { t } = useTexts()
  const { item, from, to, qty } = movement
  const lacks = to === 'adjustment'
  return (
    <>
      <span className="choice-words">
        <span className="code">{numberOf(movement)}</span>
        <span className="muted small">
          {[item, !lacks && from !== 'adjustment' && t('tasks.count.bookedAt', { place: from })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="num">{lacks ? quantity(minus('0', qty)) : `+${quantity(qty)}`}</span>
      <StateChip state={lacks ? 'bad' : 'unknown'}>{lacks ? t('tasks.count.lacks') : t('tasks.count.found')}</StateChip>
    </>
  )
}
