// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import type { Hold, UnitSummary } from '../api/model'
import { day } from '../i18n/formats'
import { type Texts, useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { isZero } from './unit-figures'
import { weave } from './weave'

const PURPOSES = ['ship', 'consume', 'sell'] as const

/** What is against it in the reader's words. */
function obstacle(why: { code: string; detail: string }, unit: UnitSummary, t: Texts): string {
  if (why.code === 'expired' && unit.expiry) {
    return t('lookup.expired', { day: day(unit.expiry) })
  }
  if (why.code === 'uninspected') {
    const inspection = /I-\d{4}-\d+/.exec(why.detail)?.[0]
    return inspection === undefined ? t('lookup.uninspected') : t('lookup.rejectedBy', { inspection })
  }
  return why.detail
}

/** May I use it? Yes or no for each purpose, and everything against it. */
export function UnitUsable({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const gone = isZero(unit.totals.onHand) && isZero(unit.totals.packed)
  return (
    <Card title={t('lookup.mayI')}>
      <table className="rows usable">
        <thead className="hidden-words">
          <tr>
            <th>{t('lookup.column.purpose')}</th>
            <th>{t('lookup.column.answer')}</th>
            <th>{t('lookup.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {PURPOSES.map(purpose => (
            <tr key={purpose}>
              <th scope="row" className="row-name">
                {t(`lookup.use.${purpose}`)}
              </th>
              <td>
                <StateChip state={unit.usable[purpose] === 'yes' ? 'ok' : 'bad'}>
                  {t(`lookup.${unit.usable[purpose]}`)}
                </StateChip>
              </td>
              <td className="muted why">
                {unit.holds
                  .filter(hold => hold.blocks.includes(purpose))
                  .map(hold => (
                    <div key={`${hold.seq} ${hold.ofLot}`}>
                      <HoldWords hold={hold} />
                    </div>
                  ))}
                {unit.usable.why
                  .filter(why => why.purpose === purpose && why.code !== 'held')
                  .map(why => (
                    <div key={why.detail}>{obstacle(why, unit, t)}</div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {gone && <p className="muted small unit-gone">{t('lookup.noneHere')}</p>}
    </Card>
  )
}

function HoldWords({ hold }: { hold: Hold }) {
  const { t } = useTexts()
  return (
    <>
      {weave(t(hold.ofLot ? 'lookup.lotHeldSince' : 'lookup.heldSince'), {
        when: hold.at && <Moment at={hold.at} />,
        by: hold.by,
      })}{' '}
      <Link to={`/entries/${hold.seq}`}>{t('lookup.quoted', { text: hold.reason })}</Link>
    </>
  )
}
