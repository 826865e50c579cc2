// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { address, api, segment } from '../api/client'
import type { Item } from '../api/model'
import { quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { jobOfItem } from '../labels/job'
import { PrintButton } from '../labels/print-button'
import { schemeName } from '../masters/facts'
import { NumberingCard } from '../numbering/card'
import { Code, PlaceLink } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { Changes } from './changes'
import { Facts } from './facts'
import { useRemember } from './remembered'
import { StockTable } from './stock-table'
import { UnitList } from './unit-list'

/** What an item is, where it is, and its lots and serials. */
export default function ItemPage() {
  const { code = '' } = useParams()
  const { t } = useTexts()
  const path = `/items/${segment(code)}`
  const answer = useQuery({
    queryKey: ['item', code],
    queryFn: ({ signal }) => api.get<Item>(path, {}, signal),
  })
  const item = answer.data
  useRemember(item && { kind: 'item', path, title: item.code, detail: item.name })
  if (answer.isError && item === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  return (
    <>
      {item === undefined ? <Waiting rows={2} /> : <ItemHead item={item} />}
      <div className="columns">
        <div className="stack">
          <StockTable
            path={`${path}/stock`}
            by="place"
            title={t('lookup.stockWhere')}
            units={row => ({ item: code, ...(row.place === 'hosts' ? { state: 'installed' } : { place: row.place }) })}
          />
        </div>
        <div className="stack">
          {item === undefined ? <Waiting /> : <ItemFacts item={item} />}
          {item !== undefined && <NumberingCard item={item} />}
          <Changes path={`${path}/changes`} />
        </div>
      </div>
      {item !== undefined && item.tracking !== 'none' && (
        <>
          <p className="no-print">
            <Link to={address('/lookup', { item: code })}>{t('lookup.narrowUnits')}</Link>
          </p>
          <UnitList query={{ item: code }} />
        </>
      )}
    </>
  )
}

function ItemHead({ item }: { item: Item }) {
  const { t } = useTexts()
  const { may } = useMe()
  return (
    <PageHead
      title={item.name}
      over={
        <>
          {t('lookup.kind.item')} · <Code>{item.code}</Code>
        </>
      }
      states={
        <>
          <StateChip state="info">{t(`lookup.tracking.${item.tracking}`)}</StateChip>
          {!item.active && <StateChip state="gone">{t('lookup.closed')}</StateChip>}
        </>
      }
      actions={
        <>
          {may.includes('masters') && (
            <Button
              component={Link}
              to={`/masters/items/${segment(item.code)}`}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {t('lookup.edit')}
            </Button>
          )}
          <PrintButton job={jobOfItem(item)} />
        </>
      }
    />
  )
}

function ItemFacts({ item }: { item: Item }) {
  const { t } = useTexts()
  return (
    <Card title={t('lookup.facts')}>
      <Facts
        facts={[
          [t('lookup.fact.unit'), item.unit],
          [t('lookup.fact.decimals'), item.decimals > 0 && String(item.decimals)],
          ...item.units.map((other): [string, string] => [
            t('lookup.fact.otherUnit', { unit: other.unit }),
            `${other.factor} ${item.unit}`,
          ]),
          [t('lookup.value.gtin'), item.gtin && <Code>{item.gtin}</Code>],
          ...(item.codes ?? []).map((code): [string, ReactNode] => [
            schemeName(code.scheme, t),
            <span key={code.value}>
              <Code>{code.value}</Code>
              {code.contains && ` ${t('lookup.holds', { qty: `${quantity(code.contains)} ${item.unit}` })}`}
            </span>,
          ]),
          ...(item.links ?? []).map((link): [string, ReactNode] => [
            t('lookup.fact.link'),
            <span key={link.href} className="lookup-href">
              {[link.title ?? link.type, link.language].filter(Boolean).join(' · ')}
              <br />
              <span className="muted small">{link.href}</span>
            </span>,
          ]),
          [t('lookup.fact.issuer'), item.issuer && <PlaceLink code={item.issuer} kind="partner" />],
          [
            t('lookup.fact.shelfLife'),
            item.shelfLifeDays !== undefined && t('lookup.days', { count: item.shelfLifeDays }),
          ],
          [t('masters.field.inspection'), item.inspection && t(`masters.inspection.${item.inspection}`)],
          ...Object.entries(item.attributes),
        ]}
      />
    </Card>
  )
}
