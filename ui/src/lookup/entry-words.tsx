// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Moved, ShortEntry } from '../api/model'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink, UnitLink } from '../parts/code'
import { Quantity } from '../parts/quantity'
import { PlaceWord } from './place-word'
import { type Sentence, sentences } from './sayings'
import { weave } from './weave'

/**
 * An entry in words: what it did, with what, from where to where. `of` is the unit whose story is told: it is not
 * named again. Of an entry that did more than `rows` things the first are told.
 */
export function EntryWords({ entry, of, rows = 3 }: { entry: ShortEntry; of?: string; rows?: number }) {
  const { t } = useTexts()
  const all = sentences(entry)
  const left = all.length - rows
  return (
    <div className="entry-words" data-voided={entry.correctedBy !== undefined || undefined}>
      {all.slice(0, rows).map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of an entry never change
        <div key={i}>
          <SentenceWords entry={entry} sentence={sentence} of={of} most={rows + 2} />
        </div>
      ))}
      {(left > 0 || entry.movedMore) && (
        <Link to={`/entries/${entry.seq}`} className="small">
          {entry.movedMore ? t('lookup.andMore') : t('lookup.more', { count: left })}
        </Link>
      )}
    </div>
  )
}

type SentenceProps = { entry: ShortEntry; sentence: Sentence; of?: string; most: number }

function SentenceWords({ entry, sentence, of, most }: SentenceProps) {
  const { t } = useTexts()
  const { saying, row } = sentence
  const things: Record<string, ReactNode> = {
    act: <b>{t(`lookup.act.${entry.type}`)}</b>,
    fed: <b>{t('lookup.fed')}</b>,
    new: <b>{t('lookup.new')}</b>,
    ...(row && {
      what: <What row={row} of={of} />,
      from: <PlaceWord code={row.from} kind={row.fromKind} name={row.fromName} />,
      to: <PlaceWord code={row.to} kind={row.toKind} name={row.toName} />,
    }),
    run: entry.run && <span className="code">{entry.run}</span>,
    vessel: entry.vessel && <PlaceWord code={entry.vessel} kind="vessel" />,
    position: entry.position && <span className="muted">({entry.position})</span>,
    blocks: entry.blocks?.map(purpose => t(`lookup.purpose.${purpose}`)).join(', '),
    about: <About entry={entry} of={of} most={most} />,
    entry: entry.corrects !== undefined && (
      <Link to={`/entries/${entry.corrects}`}>{t('lookup.entryNumber', { seq: count(entry.corrects) })}</Link>
    ),
  }
  return <>{weave(t(`lookup.did.${saying}`), things)}</>
}

function What({ row, of }: { row: Moved; of?: string }) {
  const { t } = useTexts()
  const one = row.unitId !== undefined
  if (one && row.unitId === of) {
    return row.serial === undefined && row.container === undefined ? <Quantity qty={row.qty} unit={row.unit} /> : null
  }
  if (one && row.container !== undefined) {
    return (
      <>
        {t('lookup.kind.container')} <UnitLink named={{ id: row.unitId, container: row.container }} />
      </>
    )
  }
  const item = row.item === undefined ? null : <ItemLink code={row.item} name={row.name} />
  if (one && row.serial !== undefined) {
    return (
      <>
        {item} <UnitLink named={{ id: row.unitId, serial: row.serial }} />
      </>
    )
  }
  return (
    <>
      <Quantity qty={row.qty} unit={row.unit} /> {item}
      {one && row.lot !== undefined && (
        <>
          {' '}
          <UnitLink named={{ id: row.unitId, lot: row.lot }} />
        </>
      )}
    </>
  )
}

/** The units of a hold or release, unless it is about the one whose page this is alone. */
function About({ entry, of, most }: { entry: ShortEntry; of?: string; most: number }) {
  const { t } = useTexts()
  const about = (entry.about ?? []).filter(named => named.unit !== of)
  if (about.length === 0) {
    return null
  }
  const others = (
    <>
      {about.slice(0, most).map((named, i) => (
        <span key={named.unit}>
          {i > 0 && ', '}
          <UnitLink named={named} />
        </span>
      ))}
      {about.length > most && ` ${t('lookup.andMore')}`}
    </>
  )
  return of === undefined ? others : weave(t('lookup.also'), { others })
}
