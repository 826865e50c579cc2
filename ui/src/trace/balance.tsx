// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { isZero } from './decimals'
import type { Balance, BalancePart } from './model'

const COLOURS: Record<BalancePart, string> = {
  onHand: 'var(--held)',
  atPartners: 'var(--accent)',
  scrapped: 'var(--gone)',
  inProcess: 'var(--ok)',
  loss: 'var(--ink3)',
  elsewhere: 'var(--unknown)',
  killed: 'var(--bad)',
}

const PARTS = Object.keys(COLOURS) as BalancePart[]

/** Where all that entered is now, as a bar and in words; the words say whether it adds up. */
export function BalanceCard({ balance, unit }: { balance: Balance; unit?: string }) {
  const { t } = useTexts()
  const entered = Number(balance.entered)
  const parts = PARTS.filter(part => !isZero(balance[part]))
  const addsUp = isZero(balance.entered) ? isZero(balance.sum) : Number(balance.sum) === entered
  return (
    <Card
      title={t('trace.balance')}
      aside={
        addsUp ? undefined : <StateChip state="bad">{t('trace.balanceOff', { sum: quantity(balance.sum) })}</StateChip>
      }
    >
      <div className="bar" aria-hidden>
        {parts.map(part => (
          <i key={part} style={{ width: `${(Number(balance[part]) / entered) * 100}%`, background: COLOURS[part] }} />
        ))}
      </div>
      <ul className="trace-balance">
        <li>
          <b>{t('trace.entered', { qty: `${quantity(balance.entered)} ${unit ?? ''}`.trim() })}</b> =
        </li>
        {parts.map((part, i) => (
          <li key={part}>
            {i > 0 && '+ '}
            <i className="trace-swatch" style={{ background: COLOURS[part] }} aria-hidden />
            {quantity(balance[part])} {t(`trace.part.${part}`)}
          </li>
        ))}
        {parts.length === 0 && <li>{quantity('0')}</li>}
      </ul>
    </Card>
  )
}
