// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { UnitLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { type State, StateChip } from '../parts/state'
import type { Direction, Reached } from '../trace/model'
import { Where } from '../trace/units'
import { type Items, useItems } from '../trace/use-trace'
import { Because, Causes } from './causes'
import { causesOf, comparedIn, onlyIn } from './changes'
import type { Cause, Change, ChangeKind, Diff, Part, Scope } from './model'
import { useDiff } from './use-scopes'

/** What makes one version another one than an earlier version; the address says which two. */
export function Changes({ scope, direction }: { scope: Scope; direction: Direction }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  if (scope.versionCount < 2) {
    return <Empty title={t('scopes.oneVersion')}>{t('scopes.oneVersionHow')}</Empty>
  }
  const { from, to } = comparedIn(params, scope.latest.version)
  const versions = (scope.versions ?? []).map(head => head.version)
  const compare = (next: { from: number; to: number }) =>
    setParams(
      now => {
        const params = new URLSearchParams(now)
        params.set('from', String(next.from))
        params.set('to', String(next.to))
        return params
      },
      { replace: true },
    )
  const choice = (version: number) => ({ value: String(version), label: t('scopes.version', { n: count(version) }) })
  return (
    <>
      <div className="card-asks no-print">
        <NativeSelect
          label={t('scopes.from')}
          value={String(from)}
          onChange={e => {
            const chosen = Number(e.currentTarget.value)
            compare({ from: chosen, to: Math.max(to, chosen + 1) })
          }}
          data={[...new Set([from, ...versions.filter(version => version < scope.latest.version)])].map(choice)}
        />
        <NativeSelect
          label={t('scopes.to')}
          value={String(to)}
          onChange={e => {
            const chosen = Number(e.currentTarget.value)
            compare({ from: Math.min(from, chosen - 1), to: chosen })
          }}
          data={[...new Set([to, ...versions.filter(version => version > 1)])].map(choice)}
        />
      </div>
      <Difference id={scope.id} from={from} to={to} direction={direction} />
    </>
  )
}

function Difference(props: { id: string; from: number; to: number; direction: Direction }) {
  const { id, from, to, direction } = props
  const pages = useDiff(id, from, to)
  const all = pages.data?.pages ?? []
  const units = all.flatMap(page => page.units)
  const items = useItems(units.flatMap(({ unit }) => unit.item ?? []))
  const [first] = all
  if (pages.isError && first === undefined) {
    return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
  }
  if (first === undefined) {
    return <Waiting />
  }
  const causes = causesOf(all)
  const bySeq = new Map(causes.map(cause => [cause.seq, cause]))
  return (
    <div className="scope-diff">
      <Counts counts={first.counts} />
      <ul className="scope-rows">
        {units.map(change => (
          <li key={change.unit.unit}>
            <ChangeRow change={change} direction={direction} items={items} causes={bySeq} />
          </li>
        ))}
      </ul>
      {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.fetchNextPage()} />}
      <MoreButton of={pages} />
      {causes.length > 0 && <Causes causes={causes} />}
    </div>
  )
}

const COUNTED = ['added', 'removed', 'changed', 'same'] as const

function Counts({ counts }: { counts: Diff['counts'] }) {
  const { t } = useTexts()
  return (
    <p className="scope-counts" role="status">
      {COUNTED.map(name => (
        <span key={name}>
          <b className="num">{count(counts[name])}</b> {t(`scopes.counted.${name}`)}
        </span>
      ))}
    </p>
  )
}

const STATES = { added: 'held', removed: 'gone', changed: 'info' } as const satisfies Record<ChangeKind, State>

function ChangeRow(props: { change: Change; direction: Direction; items: Items; causes: ReadonlyMap<number, Cause> }) {
  const { change, direction, items, causes } = props
  const { t } = useTexts()
  const { unit } = change
  const item = unit.item === undefined ? undefined : items.get(unit.item)
  return (
    <div className="scope-change">
      <div className="scope-change-unit">
        <StateChip state={STATES[change.change]}>{t(`scopes.change.${change.change}`)}</StateChip>
        <div>
          <UnitLink named={unit} />
          {unit.twin !== undefined && <span className="small"> {t('trace.twin', { n: unit.twin })}</span>}
          <div className="muted small">{item?.name ?? unit.item}</div>
        </div>
      </div>
      <div className="small">
        <What change={change} direction={direction} itemUnit={item?.unit} />
      </div>
      <Because change={change} causes={causes} />
    </div>
  )
}

type WhatProps = { change: Change; direction: Direction; itemUnit?: string }

/** What of the unit is new, gone, or another than it was. */
function What({ change, direction, itemUnit }: WhatProps) {
  const { t } = useTexts()
  const { before, after, changed = [] } = change
  const only = after ?? before
  if (before === undefined || after === undefined) {
    return (
      only !== undefined && (
        <>
          {t(`trace.relation.${direction}.${only.relation}`)} · {t(`trace.precision.${only.precision}`)}
          <Where unit={only} itemUnit={itemUnit} />
        </>
      )
    )
  }
  return changed.map(part => (
    <div key={part}>
      <PartWords part={part} before={before} after={after} direction={direction} itemUnit={itemUnit} />
    </div>
  ))
}

/** The parts that are told by what they were and what they are. */
type Turned = Exclude<Part, 'holdings' | 'containers' | 'sources'>

function PartWords(props: { part: Part; before: Reached; after: Reached; direction: Direction; itemUnit?: string }) {
  const { part, before, after, direction, itemUnit } = props
  const { t } = useTexts()
  const nothing = t('scopes.nothing')
  const time = (at?: string) => (at === undefined ? nothing : at === 'unknown' ? t('trace.timeUnknown') : day(at))
  const turned = (part: Turned, was: string, is: string) => (
    <>
      {t(`scopes.part.${part}`)}: <s className="muted">{was}</s> → {is}
    </>
  )
  switch (part) {
    case 'precision':
      return turned(part, t(`trace.precision.${before.precision}`), t(`trace.precision.${after.precision}`))
    case 'relation':
      return turned(
        part,
        t(`trace.relation.${direction}.${before.relation}`),
        t(`trace.relation.${direction}.${after.relation}`),
      )
    case 'since':
      return turned(part, time(before.since), time(after.since))
    case 'until':
      return turned(part, time(before.until), time(after.until))
    case 'amount':
      return turned(
        part,
        before.amount === undefined ? nothing : quantity(before.amount.expected),
        after.amount === undefined ? nothing : quantity(after.amount.expected),
      )
    case 'holdings':
      return <Moved before={onlyIn(before, after)} after={onlyIn(after, before)} itemUnit={itemUnit} />
    case 'containers':
    case 'sources':
      return t(`scopes.part.${part}`)
  }
}

/** Where it was by the one answer and is by the other, as far as they differ. */
function Moved({ before, after, itemUnit }: { before: Reached; after: Reached; itemUnit?: string }) {
  const { t } = useTexts()
  const wasThere = before.holdings.length > 0
  const isThere = after.holdings.length > 0
  return (
    <dl className="scope-moved">
      {wasThere && (
        <>
          <dt className="muted">{t(isThere ? 'scopes.was' : 'scopes.noLonger')}</dt>
          <dd className="muted">
            <Where unit={before} itemUnit={itemUnit} />
          </dd>
        </>
      )}
      {isThere && (
        <>
          <dt>{t(wasThere ? 'scopes.is' : 'scopes.nowAlso')}</dt>
          <dd>
            <Where unit={after} itemUnit={itemUnit} />
          </dd>
        </>
      )}
    </dl>
  )
}
