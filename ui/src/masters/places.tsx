// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SegmentedControl } from '@mantine/core'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { ExportMenu, MastersHead, NewButton, Search, useListAddress } from './head'
import { PLACE_KINDS, type Place } from './model'
import { Named } from './named'
import { PLACE_FORM, PLACE_POINTERS, PlaceFields } from './place-form'
import { PlaceTree } from './place-tree'
import { RecordDrawer } from './record-drawer'
import { type Column, RecordList, usePages } from './record-list'

const ROOM = '/masters/places'

/** Where things can be: as a tree, or as a list that can be searched. */
export function Places() {
  const { t } = useTexts()
  const { code, view } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const mayMasters = useMe().may.includes('masters')
  const list = useListAddress(ROOM)
  const q = params.get('q') ?? ''
  const asTree = q === '' && params.get('view') !== 'list'
  const isNew = params.get('new') === '1' && mayMasters

  return (
    <>
      <MastersHead
        tab="places"
        actions={
          <>
            <ExportMenu room="places" q={q} />
            {mayMasters && <NewButton>{t('masters.newPlace')}</NewButton>}
          </>
        }
      />
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
      {asTree ? <PlaceTree empty={<NoPlaces q="" />} /> : <PlaceList q={q} />}
      {(code !== undefined || isNew) && (
        <RecordDrawer
          key={code ?? ''}
          form={PLACE_FORM}
          code={code ?? null}
          view={view}
          mayChange={record => mayMasters && (record === null || PLACE_KINDS.some(kind => kind === record.kind))}
          answers="/places"
          newTitle={t('masters.newPlace')}
          scanned={({ gln }) => (gln === undefined ? null : { gln })}
          pointers={PLACE_POINTERS}
          close={() => void navigate(list())}
          kept={saved => code === undefined && void navigate(list().replace(ROOM, `${ROOM}/${segment(saved)}`))}
        >
          {(draft, edit, fault) => <PlaceFields draft={draft} edit={edit} fault={fault} isNew={code === undefined} />}
        </RecordDrawer>
      )}
    </>
  )
}

function NoPlaces({ q }: { q: string }) {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('masters')
  return q ? (
    <Empty title={t('masters.noneFound', { q })} />
  ) : (
    <Empty title={t('masters.noPlaces')}>{mayChange && <Link to="/imports">{t('masters.orImport')}</Link>}</Empty>
  )
}

function PlaceList({ q }: { q: string }) {
  const { t } = useTexts()
  const pages = usePages<Place>(['list', 'places', q], '/places', { q })
  const columns: Column<Place>[] = [
    {
      head: t('masters.tab.places'),
      cell: place => <Named to={`${ROOM}/${segment(place.code)}`} record={place} search={q} view="list" />,
    },
    { head: t('masters.field.kind'), cell: place => t(`masters.kind.${place.kind}`), wide: true },
    {
      head: t('masters.field.parent'),
      cell: place => (place.parent ? <Code>{place.parent}</Code> : null),
      wide: true,
    },
    {
      head: t('masters.state'),
      cell: place => !place.active && <StateChip state="gone">{t('masters.closed')}</StateChip>,
    },
  ]
  return (
    <RecordList
      pages={pages}
      columns={columns}
      keyOf={place => place.code}
      label={t('masters.tab.places')}
      empty={<NoPlaces q={q} />}
    />
  )
}
