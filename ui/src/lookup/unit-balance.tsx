// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api } from '../api/client'
import type { UnitSummary } from '../api/model'
import { count, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { PlaceLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { FirstRows } from '../trace/rows'
import { magnitude, placeKindOf, sides } from './balance'
import type { BalanceLine, Gap, MassBalance } from './model'
import { PlaceWord } from './place-word'

const LINES_SHOWN = 12
const NOW = 'now'

/**
 * Where all of it came from and what became of it. It is worked out at the reader's word, as it may read very much; the
 * address says that it is open, and of which day.
 */
export function UnitBalance({ unit }: { unit: UnitSummary }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const asked = params.get('balance')
  const serials = params.get('serials') !== 'false'
  const set = (name: string, value: string | null) =>
    setParams(
      now => {
        const next = new URLSearchParams(now)
        if (value === null) {
          next.delete(name)
        } else {
          next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  if (asked === null) {
    return (
      <Card title={t('lookup.balance')}>
        <p className="muted small card-words">{t('lookup.balanceHow')}</p>
        <Button
          variant="default"
          className="no-print"
          leftSection={<IconScale size={16} aria-hidden />}
          onClick={() => set('balance', NOW)}
        >
          {t('lookup.balanceDo')}
        </Button>
      </Card>
    )
  }
  const asOf = asked === NOW ? '' : asked
  return (
    <Card title={t('lookup.balance')}>
      <div className="card-asks no-print">
        <TextInput
          label={t('lookup.balanceAsOf')}
          type="date"
          value={asOf}
          onChange={e => set('balance', e.currentTarget.value || NOW)}
        />
        {unit.serials !== undefined && unit.serials > 0 && (
          <Checkbox
            label={t('lookup.balanceSerials')}
            checked={serials}
            onChange={e => set('serials', e.currentTarget.checked ? null : 'false')}
          />
        )}
      </div>
      <Answer unit={unit} asOf={asOf} serials={serials} />
    </Card>
  )
}

function Answer({ unit, asOf, serials }: { unit: UnitSummary; asOf: string; serials: boolean }) {
  const { t } = useTexts()
  const answer = useQuery({
    queryKey: ['unit', unit.id, 'balance', asOf, serials],
    queryFn: ({ signal }) => api.get<MassBalance>(`/units/${unit.id}/balance`, { asOf, serials }, signal),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (answer.data === undefined) {
    return <Waiting />
  }
  const balance = answer.data
  const { came, became } = sides(balance.lines)
  return (
    <div className="unit-balance">
      <p className="card-words">
        <Verdict balance={balance} unit={unit.unit} />
      </p>
      <Side title={t('lookup.cameIn')} total={balance.entered} lines={came} unit={unit.unit} />
      <Side title={t('lookup.became')} total={balance.accounted} lines={became} unit={unit.unit} />
      {balance.gaps.length > 0 && <Gaps gaps={balance.gaps} total={balance.gap} unit={unit.unit} />}
      {balance.deliveries.length > 0 && <Deliveries balance={balance} unit={unit.unit} />}
      <p className="muted small card-words">{t('lookup.knownAtEntry', { seq: count(balance.knownAt.seq) })}</p>
    </div>
  )
}

function Verdict({ balance, unit = '' }: { balance: MassBalance; unit?: string }) {
  const { t } = useTexts()
  const qty = `${quantity(magnitude(balance.gap))} ${unit}`.trim()
  if (balance.closed) {
    return <StateChip state="ok">{t('lookup.addsUp')}</StateChip>
  }
  return (
    <StateChip state="unknown">
      {/[1-9]/.test(balance.gap)
        ? t(balance.gap.startsWith('-') ? 'lookup.tooMuch' : 'lookup.missing', { qty })
        : t('lookup.gapsEven')}
    </StateChip>
  )
}

function Side(props: { title: string; total: string; lines: readonly BalanceLine[]; unit?: string }) {
  const { title, total, lines, unit } = props
  const { t } = useTexts()
  return (
    <section aria-label={title}>
      <SideHead title={title} total={total} unit={unit} />
      {lines.length > 0 && (
        <FirstRows rows={lines} step={LINES_SHOWN}>
          {shown => (
            <Rows words={[t('lookup.column.what'), t('lookup.column.place')]} numbers={[t('lookup.column.qty')]}>
              {shown.map(line => (
                <tr key={`${line.kind} ${line.place} ${line.within.join(' ')}`}>
                  <td>{t(`lookup.balanceKind.${line.kind}`)}</td>
                  <td>
                    <PlaceWord code={line.place} kind={placeKindOf(line.kind)} />
                    {line.within.map(place => (
                      <span key={place} className="muted small unit-within">
                        {t('lookup.in')} <PlaceWord code={place} />
                      </span>
                    ))}
                  </td>
                  <td className="num">
                    <Quantity qty={line.qty} unit={unit} />
                  </td>
                </tr>
              ))}
            </Rows>
          )}
        </FirstRows>
      )}
    </section>
  )
}

function SideHead({ title, total, unit }: { title: string; total: string; unit?: string }) {
  return (
    <h3 className="unit-side">
      {title} <Quantity qty={total} unit={unit} />
    </h3>
  )
}

/** Every entry that makes a gap, with what went missing there, or appeared. */
function Gaps({ gaps, total, unit }: { gaps: readonly Gap[]; total: string; unit?: string }) {
  const { t } = useTexts()
  return (
    <section aria-label={t('lookup.gaps')}>
      <SideHead title={t('lookup.gaps')} total={total} unit={unit} />
      <FirstRows rows={gaps} step={LINES_SHOWN}>
        {shown => (
          <Rows
            words={[t('lookup.kind.entry'), t('lookup.column.place'), t('lookup.column.why')]}
            numbers={[t('lookup.column.qty')]}
          >
            {shown.map((gap, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry may make several gaps
              <tr key={`${gap.seq} ${i}`}>
                <td>
                  <Link to={`/entries/${gap.seq}`}>{t('lookup.entryNumber', { seq: count(gap.seq) })}</Link>
                  <div className="muted small">{t(`lookup.act.${gap.act}`)}</div>
                </td>
                <td>
                  <PlaceWord code={gap.place} />
                </td>
                <td>{t(`lookup.gap.${gap.why}`)}</td>
                <td className="num">
                  <Quantity qty={gap.qty} unit={unit} />
                </td>
              </tr>
            ))}
          </Rows>
        )}
      </FirstRows>
    </section>
  )
}

function Deliveries({ balance, unit }: { balance: MassBalance; unit?: string }) {
  const { t } = useTexts()
  return (
    <section aria-label={t('lookup.deliveries')}>
      <h3 className="unit-side">{t('lookup.deliveries')}</h3>
      <FirstRows rows={balance.deliveries} step={LINES_SHOWN}>
        {shown => (
          <Rows words={[t('lookup.kind.partner')]} numbers={[t('lookup.gross'), t('lookup.there')]}>
            {shown.map(delivery => (
              <tr key={delivery.partner}>
                <td>
                  <PlaceLink code={delivery.partner} name={delivery.name} kind="partner" />
                </td>
                <td className="num">
                  <Quantity qty={delivery.gross} unit={unit} />
                </td>
                <td className="num">
                  <Quantity qty={delivery.there} unit={unit} />
                </td>
              </tr>
            ))}
          </Rows>
        )}
      </FirstRows>
    </section>
  )
}
