// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { address } from '../api/client'
import { ACTS } from '../api/model'
import { useTexts } from '../i18n/texts'
import { Card, PageHead } from '../parts/page'
import { PlaceField } from '../tasks/fields'
import { NoEntries, Timeline } from './timeline'

/** The ledger, the newest entry first, narrowed by the address. */
export default function Entries() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const type = params.get('type') ?? undefined
  const place = params.get('place') ?? undefined
  const narrow = (name: string, value: string | null) =>
    setParams(
      now => {
        const next = new URLSearchParams(now)
        if (value) {
          next.set(name, value)
        } else {
          next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return (
    <>
      <PageHead title={t('lookup.ledger')} />
      <div className="stack">
        <search className="lookup-filters no-print" aria-label={t('lookup.filters')}>
          <Select
            label={t('lookup.filter.type')}
            size="md"
            clearable
            placeholder={t('lookup.any')}
            value={type ?? null}
            onChange={value => narrow('type', value)}
            data={ACTS.map(act => ({ value: act, label: t(`lookup.act.${act}`) }))}
          />
          <PlaceField
            label={t('lookup.filter.place')}
            placeholder={t('lookup.any')}
            value={place ?? ''}
            onChange={value => narrow('place', value)}
          />
        </search>
        <Card
          title={t('lookup.lastEntries')}
          aside={
            <span className="no-print">
              {t('lookup.export')} <a href={address('/api/v1/entries.csv', { type, place })}>CSV</a>{' '}
              <a href={address('/api/v1/entries.xlsx', { type, place })}>XLSX</a>
            </span>
          }
        >
          <Timeline key={`${type} ${place}`} path="/entries" query={{ type, place }} empty={<NoEntries />} />
        </Card>
      </div>
    </>
  )
}
