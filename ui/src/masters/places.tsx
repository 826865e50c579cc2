// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { MastersHead, RecordActions, Search } from './head'
import { MasterList, NoMasters } from './master-list'
import type { Place } from './model'
import { PLACE_FORM } from './place-form'
import { PlaceTree } from './place-tree'
import { RecordOfAddress } from './record-drawer'
import type { Column } from './record-list'

/** Where things can be: as a tree, or as a list that can be searched. */
export function Places() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const asTree = q === '' && params.get('view') !== 'list'

  return (
    <>
      <MastersHead tab="places" actions={<RecordActions room="places" q={q} newTitle={t('masters.newPlace')} />} />
      <div className="list-tools no-print">
        <Search label={t('masters.search')} />
        <SegmentedControl
          aria-label={t('masters.placesAs')}
          value={asTree ? 'tree' : 'list'}
          disabled={q !== ''}
          data={[
            { value: 'tree', label: t('masters.asTree') },
            { value: 'list', label: t('masters.asList') },
          ]}
          onChange={value =>
            setParams(
              now => {
                const next = new URLSearchParams(now)
                next.set('view', value)
                return next
              },
              { replace: true },
            )
          }
        />
      </div>
      {asTree ? <PlaceTree empty={<NoMasters q="" none={t('masters.noPlaces')} />} /> : <PlaceList q={q} />}
      <RecordOfAddress form={PLACE_FORM} newTitle={t('masters.newPlace')} />
    </>
  )
}

function PlaceList({ q }: { q: string }) {
  const { t } = useTexts()
  const columns: Column<Place>[] = [
    { head: t('masters.field.kind'), cell: place => t(`masters.kind.${place.kind}`), wide: true },
    {
      head: t('masters.field.parent'),
      cell: place => (place.parent ? <Code>{place.parent}</Code> : null),
      wide: true,
    },
  ]
  return <MasterList room="places" columns={columns} q={q} none={t('masters.noPlaces')} view="list" />
}
