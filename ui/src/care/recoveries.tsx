// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useSendOnce } from '../api/send-once'
import { count, day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { RecordList } from '../masters/record-list'
import { Code, PlaceLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { UnitWords } from '../quality/words'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { PartnerField } from '../tasks/fields'
import { pathOf } from './addresses'
import type { OpenRecovery, Recovery, RecoveryHead } from './model'
import { CareTabs } from './tabs'
import { useOpenRecoveries, useRecoveries } from './use-care'
import { moneyWords, RecoveryChip } from './words'

/** As many claims are named in a line; the recovery has all. */
const NAMED_MAX = 5

/** What can be asked back of suppliers, by supplier and lot, and what was asked. */
export function Recoveries() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const supplier = params.get('supplier') ?? ''
  const open = useOpenRecoveries(supplier || undefined)
  return (
    <div className="page-parts care">
      <PageHead title={t('care.tab.recoveries')} over={t('care.recoveriesWhat')} />
      <CareTabs open="recoveries" />
      <div className="care-filters no-print">
        <PartnerField
          label={t('care.field.supplier')}
          placeholder={t('care.any')}
          value={supplier}
          onChange={code => setParams(withParams(params, { supplier: code || undefined }), { replace: true })}
        />
      </div>
      <Card title={t('care.toRecover')}>
        {open.isError && <ProblemNotice error={open.error} retry={() => void open.refetch()} />}
        {open.isPending && <Waiting />}
        {open.data?.length === 0 && <Empty title={t('care.nothingToRecover')}>{t('care.nothingToRecoverHow')}</Empty>}
        <ul className="care-list">
          {open.data?.map(row => (
            <li key={`${row.supplier} ${row.lot?.unit} ${row.currency}`}>
              <Open row={row} />
            </li>
          ))}
        </ul>
      </Card>
      <Asked />
    </div>
  )
}

/** What claims about one lot of a supplier cost, and the button that asks it back. */
function Open({ row }: { row: OpenRecovery }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const maySettle = useMe().may.includes('settle')
  const { send, error, busy } = useSendOnce<Recovery>('/recoveries')
  const open = async () => {
    const opened = await send({
      supplier: row.supplier,
      currency: row.currency,
      ...(row.lot === undefined ? { claims: row.numbers } : { lot: row.lot.unit }),
    })
    if (opened !== null) {
      void navigate(pathOf('recoveries', opened.number))
    }
  }
  return (
    <>
      <div className="care-cover">
        <span className="care-name">
          <b>
            <PlaceLink code={row.supplier} kind="partner" name={row.supplierName} />
          </b>
          {row.lot !== undefined && (
            <div>
              <UnitWords unit={row.lot} />
              {row.supplierLot !== undefined && (
                <span className="muted small">
                  {' '}
                  · {t('care.theirLot')} <Code>{row.supplierLot}</Code>
                </span>
              )}
            </div>
          )}
          <div className="muted small">
            {t('care.claimsN', { count: row.claims, n: count(row.claims) })}
            {row.numbers.slice(0, NAMED_MAX).map(number => (
              <span key={number}>
                {' '}
                <Link to={pathOf('claims', number)}>{number}</Link>
              </span>
            ))}
            {row.numbers.length > NAMED_MAX && ' …'}
            {row.term !== undefined && (
              <>
                {' · '}
                <Link to={pathOf('terms', row.term.code)}>{row.term.code}</Link>
                {row.term.end !== undefined && ` ${t('care.until.covered', { day: day(row.term.end) })}`}
                {row.term.percent < 100 && ` · ${t('care.percent', { n: count(row.term.percent) })}`}
              </>
            )}
          </div>
        </span>
        <span className="care-sum">
          <b>{moneyWords({ amount: row.recoverable, currency: row.currency })}</b>
          <span className="muted small">{t('care.ofCost', { amount: moneyWords(row) })}</span>
        </span>
        {maySettle && (
          <Button variant="default" loading={busy} className="no-print" onClick={() => void open()}>
            {t('care.do.recover')}
          </Button>
        )}
      </div>
      {error !== null && <ProblemNotice error={error} />}
    </>
  )
}

function Asked() {
  const { t } = useTexts()
  const pages = useRecoveries()
  return (
    <RecordList<RecoveryHead>
      pages={pages}
      label={t('care.tab.recoveries')}
      keyOf={row => row.number}
      empty={<Empty title={t('care.noRecoveries')} />}
      columns={[
        {
          head: t('care.field.recovery'),
          cell: row => (
            <div className="care-head">
              <Link to={pathOf('recoveries', row.number)}>{row.number}</Link>
              <div className="small">
                <PlaceLink code={row.supplier} kind="partner" name={row.supplierName} />
              </div>
            </div>
          ),
        },
        { head: t('care.field.lot'), cell: row => row.lot && <UnitWords unit={row.lot} />, wide: true },
        { head: t('care.field.state'), cell: row => <RecoveryChip state={row.state} /> },
        {
          head: t('care.field.asked'),
          cell: row => moneyWords({ amount: row.asked, currency: row.currency }),
          num: true,
        },
      ]}
    />
  )
}
