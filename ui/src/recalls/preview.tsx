// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { StateChip } from '../parts/state'
import { isZero } from '../trace/decimals'
import { useItems } from '../trace/use-trace'
import type { ItemFigures, Preview, Recall, SideBySide } from './model'

/** What becomes of the quantities of an item, in the order in which they are asked about. */
const QUANTITIES = ['onHand', 'out', 'consumed', 'scrapped', 'loss', 'unknown'] as const

/** The numbers of one to four questions beside each other; what one has and another has not is seen at a glance. */
export function Numbers({ answer }: { answer: SideBySide }) {
  const { t } = useTexts()
  const previews = answer.scopes.map(scope => scope.preview)
  const codes = [...new Set(previews.flatMap(preview => preview.items.map(row => row.item)))].sort()
  const items = useItems(codes)
  const rowOf = (preview: Preview, code: string) => preview.items.find(row => row.item === code)
  const some = (name: (typeof QUANTITIES)[number], code: string) =>
    previews.some(preview => !isZero(rowOf(preview, code)?.[name] ?? '0'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="rows-scroll" tabIndex={0} aria-label={t('recalls.numbers')}>
      <table className="rows recall-numbers">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-words">{t('recalls.column.what')}</span>
            </th>
            {answer.scopes.map(({ name, preview }) => (
              <th key={name} scope="col" className="num">
                {answer.scopes.length > 1 && <b className="recall-variant-name">{name}</b>} <Whole preview={preview} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('recalls.column.units')} strong cells={previews.map(preview => count(preview.units))} />
          <Row name={t('recalls.tab.consignees')} strong cells={previews.map(preview => count(preview.consignees))} />
          {previews.some(preview => preview.cost !== undefined) && (
            <Row
              name={t('recalls.cost')}
              strong
              cells={previews.map(({ cost }) => (cost ? `${quantity(cost.total)} ${cost.currency ?? ''}` : '–'))}
            />
          )}
          {codes.flatMap(code => [
            <tr key={code} className="recall-numbers-item">
              <th scope="rowgroup" colSpan={previews.length + 1}>
                <ItemLink code={code} name={items.get(code)?.name} />
              </th>
            </tr>,
            <Row
              key={`${code} units`}
              name={t('recalls.lotsAndSerials')}
              cells={previews.map(preview => unitsOf(rowOf(preview, code)))}
            />,
            ...QUANTITIES.filter(name => some(name, code)).map(name => (
              <Row
                key={`${code} ${name}`}
                name={t(`recalls.figure.${name}`)}
                cells={previews.map(preview => (
                  <Quantity
                    key={preview.units}
                    qty={rowOf(preview, code)?.[name] ?? '0'}
                    unit={items.get(code)?.unit}
                  />
                ))}
              />
            )),
          ])}
          <Pairs answer={answer} />
        </tbody>
      </table>
      {previews.some(preview => (preview.cost?.costsMissing.length ?? 0) > 0) && (
        <p className="muted small">
          {t('recalls.costsMissing', {
            items: [...new Set(previews.flatMap(preview => preview.cost?.costsMissing ?? []))].join(', '),
          })}
        </p>
      )}
    </section>
  )
}

function Whole({ preview }: { preview: Preview }) {
  const { t } = useTexts()
  return (
    <StateChip state={preview.complete ? 'ok' : 'unknown'}>
      {preview.complete ? t('trace.complete') : t('recalls.cuts', { count: preview.cuts, n: count(preview.cuts) })}
    </StateChip>
  )
}

const unitsOf = (row: ItemFigures | undefined) =>
  row === undefined ? '–' : `${count(row.lots)} / ${count(row.serials)}`

function Row({ name, cells, strong = false }: { name: string; cells: React.ReactNode[]; strong?: boolean }) {
  return (
    <tr data-strong={strong || undefined}>
      <th scope="row" className="row-name">
        {name}
      </th>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
        <td key={i} className="num">
          {cell}
        </td>
      ))}
    </tr>
  )
}

/** How many units each question shares with the first. */
function Pairs({ answer: { pairs } }: { answer: SideBySide }) {
  const { t } = useTexts()
  if (pairs.length === 0) {
    return null
  }
  const cells = (of: 'onlyInFirst' | 'inBoth' | 'onlyInThis') => ['', ...pairs.map(pair => count(pair[of]))]
  return (
    <>
      <tr className="recall-numbers-item">
        <th scope="rowgroup" colSpan={pairs.length + 2}>
          {t('recalls.besideFirst')}
        </th>
      </tr>
      <Row name={t('recalls.inBoth')} cells={cells('inBoth')} />
      <Row name={t('recalls.onlyInFirst')} cells={cells('onlyInFirst')} />
      <Row name={t('recalls.onlyInThis')} cells={cells('onlyInThis')} />
    </>
  )
}

/** What a decision will stop, worked out now. */
export function LastLook({
  recall,
}: {
  recall: Pick<Recall, 'number' | 'question' | 'unitCosts' | 'currency' | 'kind'>
}) {
  const { t } = useTexts()
  const { number, question, unitCosts, currency, kind } = recall
  const costs = Object.entries(unitCosts ?? {}).map(([item, cost]) => ({ item, cost }))
  const preview = useQuery({
    queryKey: ['recall', number, 'lastLook', question],
    queryFn: () =>
      api.post<Preview>('/scopes:preview', { question, ...(costs.length === 0 ? {} : { unitCosts: costs, currency }) }),
    enabled: question !== undefined,
  })
  if (question === undefined) {
    return <StateChip state="held">{t('recalls.noQuestion')}</StateChip>
  }
  return (
    <section className="recall-last-look" aria-label={t('recalls.lastLook')}>
      <h3>{t(kind === 'mock' ? 'recalls.lastLookMock' : 'recalls.lastLook')}</h3>
      {preview.isError && <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />}
      {preview.isPending && <Waiting />}
      {preview.data !== undefined && (
        <Numbers answer={{ scopes: [{ name: '', preview: preview.data }], pairs: [], tookMs: preview.data.tookMs }} />
      )}
    </section>
  )
}
