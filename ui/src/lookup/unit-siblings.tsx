// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/client'
import type { UnitSummary } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { RecallChips } from '../parts/recalled'
import { Rows } from '../parts/rows'
import { Moment } from '../parts/when'
import { useItems } from '../trace/use-trace'
import { type Reason, SIBLING_KINDS, type Sibling, type SiblingKind, type Siblings } from './model'
import { MoreButton } from './more-button'
import { PlaceWord } from './place-word'
import { askedOf, hasWindow, type SiblingsQuestion, siblingsOf, USUAL, WINDOWS, withSiblings } from './siblings'
import { weave } from './weave'

/** Few at first; later pages are larger, as each reads the whole ledger again. */
const PAGE = { first: 20, next: 200 }
const REASONS_SHOWN = 4
/** Who comes back to the page finds the answer; looking again reads the whole ledger. */
const KEPT_MS = 30 * 60_000

/** What shares something with it, and should be looked at next when it is bad. It is looked for at the reader's word. */
export function UnitSiblings({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const asked = siblingsOf(params)
  const [question, setQuestion] = useState<SiblingsQuestion>(asked ?? USUAL)
  const toggle = (kind: SiblingKind) =>
    setQuestion(now => ({
      ...now,
      kinds: SIBLING_KINDS.filter(one => now.kinds.includes(one) !== (one === kind)),
    }))
  const isNew = asked === null || JSON.stringify(askedOf(asked)) !== JSON.stringify(askedOf(question))
  return (
    <Card title={t('lookup.siblings')}>
      <p className="muted small card-words">{t('lookup.siblingsHow')}</p>
      <fieldset className="toggles no-print">
        <legend className="hidden-words">{t('lookup.siblingsBy')}</legend>
        {SIBLING_KINDS.map(kind => (
          <button
            key={kind}
            type="button"
            className="toggle"
            aria-pressed={question.kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            {t(`lookup.sibling.${kind}`)}
          </button>
        ))}
      </fieldset>
      <div className="card-asks no-print">
        {hasWindow(question.kinds) && (
          <NativeSelect
            label={t('lookup.window')}
            value={question.window}
            onChange={e => {
              const window = WINDOWS.find(one => one === e.currentTarget.value)
              setQuestion(now => ({ ...now, window: window ?? now.window }))
            }}
            data={WINDOWS.map(one => ({ value: one, label: t(`lookup.windowOf.${one}`) }))}
          />
        )}
        <Button
          variant="default"
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          disabled={question.kinds.length === 0 || !isNew}
          onClick={() => setParams(now => withSiblings(now, question), { replace: true })}
        >
          {t('lookup.siblingsDo')}
        </Button>
      </div>
      {asked !== null && <Found unit={unit} question={asked} />}
    </Card>
  )
}

function Found({ unit, question }: { unit: UnitSummary; question: SiblingsQuestion }) {
  const { t } = useTexts()
  const asked = askedOf(question)
  const answer = useInfiniteQuery<Siblings, Error, InfiniteData<Siblings>, unknown[], string>({
    queryKey: ['unit', unit.id, 'siblings', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Siblings>(
        `/units/${unit.id}/siblings`,
        pageParam === '' ? { ...asked, limit: PAGE.first } : { ...asked, limit: PAGE.next, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: false,
  })
  const pages = answer.data?.pages ?? []
  const rows = pages.flatMap(page => page.units)
  const items = useItems(rows.flatMap(row => row.unit.item ?? []))
  const [first] = pages
  if (answer.isError && first === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (first === undefined) {
    return <Waiting />
  }
  const left = pages.at(-1)?.leftOut ?? 0
  return (
    <>
      <p className="card-words" role="status">
        {question.kinds.map(kind => `${t(`lookup.sibling.${kind}`)}: ${count(first.byKind[kind] ?? 0)}`).join(' · ')}
      </p>
      {rows.length === 0 ? (
        <Empty title={t('lookup.noSiblings')} />
      ) : (
        <Rows words={[t('lookup.column.number'), t('lookup.shares')]}>
          {rows.map(row => (
            <tr key={row.unit.unit}>
              <td className="pair">
                <UnitLink named={row.unit} />
                <RecallChips recalls={row.recalls} />
                {row.unit.item && (
                  <div className="small">
                    <ItemLink code={row.unit.item} name={items.get(row.unit.item)?.name} />
                  </div>
                )}
              </td>
              <td className="small">
                <Reasons sibling={row} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.fetchNextPage()} />}
      {left > 0 && (
        <p className="muted small card-words">{t('lookup.siblingsLeft', { count: left, number: count(left) })}</p>
      )}
      <MoreButton of={answer} />
      <p className="muted small card-words">{t('lookup.knownAtEntry', { seq: count(first.knownAt.seq) })}</p>
    </>
  )
}

function Reasons({ sibling }: { sibling: Sibling }) {
  const { t } = useTexts()
  const shown = sibling.reasons.slice(0, REASONS_SHOWN)
  const more = sibling.reasons.length - shown.length + (sibling.reasonsLeftOut ?? 0)
  return (
    <>
      {shown.map(reason => (
        <div key={`${reason.kind} ${reason.unit?.unit} ${reason.place}`}>
          <ReasonWords reason={reason} />
        </div>
      ))}
      {more > 0 && <div className="muted">{t('lookup.more', { count: more })}</div>}
    </>
  )
}

function ReasonWords({ reason }: { reason: Reason }) {
  const { t } = useTexts()
  const { kind, unit, place, placeKind, name, since } = reason
  return (
    <>
      {weave(t(`lookup.shared.${kind}`), {
        unit: unit && <UnitLink named={unit} />,
        place: place && <PlaceWord code={place} kind={placeKind} name={name} />,
      })}
      {' · '}
      <span className="muted unit-since">{since === 'unknown' ? t('lookup.timeUnknown') : <Moment at={since} />}</span>
    </>
  )
}
