// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ItemLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { isZero } from '../trace/decimals'
import { AdvanceForm } from './advance'
import { DisposalForm } from './disposal-form'
import { Later } from './later'
import { useMay } from './may'
import type { QuantityState, Recall, ReconciledItem } from './model'
import { RemedyForm } from './remedy-form'
import { addsUp, type Part, partsOf } from './sums'
import { useReconciliation } from './use-recalls'
import { shareWords } from './words'

/** Whether the quantities by state add up to the scope, item by item, and the forms that settle what is open. */
export function QuantitiesTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const answer = useReconciliation(recall.number)
  const items = answer.data?.items ?? []
  const ready = ['scoped', 'notified', 'inProgress', 'effectiveness'].includes(recall.stage)
  return (
    <>
      {(may('dispose') || may('remedy')) && items.length > 0 && (
        <div className="columns no-print">
          {may('dispose') && (
            <Card title={t('recalls.disposal')}>
              <p className="muted recall-words">{t('recalls.disposalHow')}</p>
              <Later words={t('recalls.do.enterDisposal')}>
                {done => <DisposalForm recall={recall} items={items} done={done} />}
              </Later>
            </Card>
          )}
          {may('remedy') && (
            <Card title={t('recalls.remedy')}>
              <p className="muted recall-words">{t('recalls.remedyHow')}</p>
              <Later words={t('recalls.do.enterRemedy')}>
                {done => <RemedyForm recall={recall} items={items} done={done} />}
              </Later>
            </Card>
          )}
        </div>
      )}
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      {answer.isPending && <Waiting />}
      {answer.data !== undefined && items.length === 0 && (
        <div className="card">
          <Empty title={t('recalls.noQuantities')} />
        </div>
      )}
      {items.map(item => (
        <ItemCard key={item.item} item={item} />
      ))}
      {answer.data !== undefined && (
        <p className="muted small recall-words">{t('recalls.asOfEntry', { seq: count(answer.data.seq) })}</p>
      )}
      {may('advance') && ready && (
        <Card title={t('recalls.next.reconcile')}>
          <AdvanceForm recall={recall} to="reconciled" />
        </Card>
      )}
    </>
  )
}

/** The colour of a state in the bar; what is open is in that of waiting, and what is not known in its own. */
const COLOURS: Record<QuantityState, `--${string}`> = {
  stock: '--recall-1',
  returned: '--recall-2',
  installed: '--recall-3',
  heldByConsignees: '--recall-4',
  announced: '--recall-5',
  remedied: '--recall-6',
  destroyed: '--recall-7',
  scrapped: '--recall-8',
  reworked: '--recall-9',
  consumed: '--recall-10',
  soldOn: '--recall-11',
  destroyedThere: '--recall-12',
  used: '--recall-13',
  elsewhere: '--unknown',
  open: '--held',
}

function ItemCard({ item }: { item: ReconciledItem }) {
  const { t } = useTexts()
  const parts = partsOf(item)
  const whole = addsUp(item) && isZero(item.difference)
  return (
    <Card
      title={
        <>
          <ItemLink code={item.item} name={item.name} /> · <Quantity qty={item.inScope} unit={item.unit} />{' '}
          {t('recalls.inScopeWords')}
        </>
      }
      aside={t('recalls.accountedN', { share: shareWords(item.accounted) })}
    >
      <div
        className="recall-states"
        role="img"
        aria-label={wordsOf(parts, item.unit, state => t(`recalls.quantity.${state}`))}
      >
        {parts.map(part => (
          <i
            key={part.state}
            title={`${t(`recalls.quantity.${part.state}`)}: ${quantity(part.qty)} ${item.unit}`}
            style={{ flexGrow: part.share, background: `var(${COLOURS[part.state]})` }}
          />
        ))}
      </div>
      <Rows label={item.name} words={[t('recalls.column.state')]} numbers={[t('trace.qty'), t('recalls.column.share')]}>
        {parts.map(part => (
          <tr key={part.state}>
            <td>
              <i className="recall-key" style={{ background: `var(${COLOURS[part.state]})` }} aria-hidden />
              {part.state === 'open' ? <b>{t('recalls.quantity.open')}</b> : t(`recalls.quantity.${part.state}`)}
              {part.state === 'stock' && !isZero(item.states.pulled) && (
                <span className="muted small">
                  {' '}
                  {t('recalls.ofWhichPulled', { qty: `${quantity(item.states.pulled)} ${item.unit}` })}
                </span>
              )}
            </td>
            <td className="num">
              <Quantity qty={part.qty} unit={item.unit} />
            </td>
            <td className="num muted">{shareWords(String(part.share))}</td>
          </tr>
        ))}
        <tr className="recall-sum">
          <td>
            {t('recalls.sum')}{' '}
            <StateChip state={whole ? 'ok' : 'bad'}>
              {whole
                ? t('recalls.addsUp')
                : t('recalls.differsBy', { qty: `${quantity(item.difference)} ${item.unit}` })}
            </StateChip>
          </td>
          <td className="num">
            <Quantity qty={item.sum} unit={item.unit} />
          </td>
          <td />
        </tr>
      </Rows>
    </Card>
  )
}

function wordsOf(parts: readonly Part[], unit: string, word: (state: QuantityState) => string): string {
  return parts.map(part => `${word(part.state)}: ${quantity(part.qty)} ${unit}`).join(', ')
}
