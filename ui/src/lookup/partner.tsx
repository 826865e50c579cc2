// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams, useSearchParams } from 'react-router'
import { address, api, Problem, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Changes } from './changes'
import { Facts } from './facts'
import type { Partner } from './model'
import { useRemember } from './remembered'
import { StockTable } from './stock-table'
import { NoEntries, Timeline } from './timeline'

/** What passes between a partner and us. */
const TRADES = ['all', 'receive', 'ship', 'return'] as const

/** A partner: what it is to us, what it sent and what it has. */
export default function PartnerPage() {
  const { code = '' } = useParams()
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const path = `/partners/${segment(code)}`
  const trade = TRADES.find(known => known === params.get('type')) ?? 'all'
  const answer = useQuery({
    queryKey: ['partner', code],
    queryFn: ({ signal }) => api.get<Partner>(path, {}, signal),
  })
  const partner = answer.data
  useRemember(partner && { kind: 'partner', path, title: partner.name || partner.code, detail: partner.code })
  if (answer.error instanceof Problem && answer.error.status === 404) {
    return <Navigate to={address('/lookup', { code })} replace />
  }
  if (answer.isError && partner === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  return (
    <>
      {partner === undefined ? <Waiting rows={2} /> : <PartnerHead partner={partner} />}
      <div className="columns">
        <div className="stack">
          <StockTable
            path={`/places/${segment(code)}/stock`}
            by="item"
            title={t('lookup.partnerHas')}
            units={row => ({ item: row.item, place: code })}
          />
          {partner !== undefined && (partner.gln || Object.keys(partner.attributes).length > 0) && (
            <Card title={t('lookup.facts')}>
              <Facts
                facts={[
                  [t('lookup.value.gln'), partner.gln && <Code>{partner.gln}</Code>],
                  ...Object.entries(partner.attributes),
                ]}
              />
            </Card>
          )}
          <Changes path={`${path}/changes`} />
        </div>
        <Card title={t('lookup.lastEntries')}>
          <SegmentedControl
            className="no-print"
            mb="md"
            aria-label={t('lookup.filters')}
            value={trade}
            onChange={type => setParams(type === 'all' ? {} : { type }, { replace: true })}
            data={TRADES.map(value => ({ value, label: t(`lookup.trade.${value}`) }))}
          />
          <Timeline
            key={trade}
            path="/entries"
            query={{ place: code, type: trade === 'all' ? undefined : trade }}
            empty={<NoEntries />}
          />
        </Card>
      </div>
    </>
  )
}

function PartnerHead({ partner }: { partner: Partner }) {
  const { t } = useTexts()
  return (
    <PageHead
      title={partner.name || partner.code}
      over={
        <>
          {t('lookup.kind.partner')} · <Code>{partner.code}</Code>
        </>
      }
      states={
        <>
          {partner.roles.map(role => (
            <StateChip key={role} state="info">
              {t(`lookup.role.${role}`)}
            </StateChip>
          ))}
          {!partner.active && <StateChip state="gone">{t('lookup.closed')}</StateChip>}
        </>
      }
    />
  )
}
