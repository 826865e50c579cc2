// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Figure } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { isZero, perItem } from './decimals'
import type { ItemQty, TraceAnswer } from './model'
import type { Items } from './use-trace'

const LINES = 3

/** The numbers that whoever asked wants first. Quantities of different items are never added up. */
export function Figures({ answer, items }: { answer: Pick<TraceAnswer, 'summary' | 'policy'>; items: Items }) {
  const { t } = useTexts()
  const { summary, policy } = answer
  const inStock = perItem(summary.onHand, row => row.qty)
  const places = new Set(summary.onHand.map(row => row.place)).size
  const atPartners = perItem(summary.consignees, row => row.net)
  const partners = new Set(summary.consignees.filter(row => !isZero(row.net)).map(row => row.partner)).size
  return (
    <section className="figures trace-figures" aria-label={t('trace.figures')}>
      <Figure
        label={t(`trace.reached.${policy.direction}`)}
        note={t('trace.kinds', { lots: count(summary.lots), serials: count(summary.serials) })}
      >
        {count(summary.lots + summary.serials)}
      </Figure>
      <Figure label={t('trace.inStock')} note={t('trace.places', { count: places, n: count(places) })}>
        <PerItem rows={inStock} items={items} />
      </Figure>
      <Figure label={t('trace.withCustomers')} note={t('trace.consignees', { count: partners, n: count(partners) })}>
        <PerItem rows={atPartners} items={items} />
      </Figure>
      <Figure label={t('trace.consumed')} note={t('trace.consumedHow')}>
        <PerItem rows={summary.consumed} items={items} />
      </Figure>
      <Figure label={t('trace.scrapped')} note={t('trace.scrappedHow')}>
        <PerItem rows={summary.scrapped} items={items} />
      </Figure>
      <Figure label={t('trace.unknown')} note={t('trace.unknownHow')}>
        <span style={summary.unknown.length > 0 ? { color: 'var(--unknown)' } : undefined}>
          <PerItem rows={summary.unknown} items={items} />
        </span>
      </Figure>
      {summary.loss.length > 0 && (
        <Figure label={t('trace.part.loss')} note={t('trace.lossHow')}>
          <PerItem rows={summary.loss} items={items} />
        </Figure>
      )}
      {summary.adjustedUp.length > 0 && (
        <Figure label={t('trace.adjustedUp')} note={t('trace.adjustedUpHow')}>
          <PerItem rows={summary.adjustedUp} items={items} />
        </Figure>
      )}
    </section>
  )
}

function PerItem({ rows, items }: { rows: readonly ItemQty[]; items: Items }) {
  const { t } = useTexts()
  const [only] = rows
  if (only === undefined) {
    return count(0)
  }
  if (rows.length === 1) {
    return (
      <>
        <Quantity qty={only.qty} unit={items.get(only.item)?.unit} />
        <div className="trace-figure-item">{items.get(only.item)?.name ?? only.item}</div>
      </>
    )
  }
  return (
    <>
      {rows.slice(0, LINES).map(row => (
        <div key={row.item} className="trace-figure-line">
          <Quantity qty={row.qty} unit={items.get(row.item)?.unit} />
          <span className="trace-figure-item">{items.get(row.item)?.name ?? row.item}</span>
        </div>
      ))}
      {rows.length > LINES && (
        <div className="muted small">{t('trace.moreItems', { n: count(rows.length - LINES) })}</div>
      )}
    </>
  )
}
