// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { trackingName } from './facts'
import { ExportMenu, MastersHead, NewButton, Search, useListAddress } from './head'
import { ITEM_FORM, ITEM_POINTERS, ItemFields } from './item-form'
import type { Item } from './model'
import { Named } from './named'
import { RecordDrawer } from './record-drawer'
import { type Column, RecordList, usePages } from './record-list'

const ROOM = '/masters/items'

/** What is made, bought and sold. */
export function Items() {
  const { t } = useTexts()
  const { code, view } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const mayChange = useMe().may.includes('masters')
  const list = useListAddress(ROOM)
  const q = params.get('q') ?? ''
  const pages = usePages<Item>(['list', 'items', q], '/items', { q })
  const isNew = params.get('new') === '1' && mayChange

  const columns: Column<Item>[] = [
    {
      head: t('masters.tab.items'),
      cell: item => <Named to={`${ROOM}/${segment(item.code)}`} record={item} search={q} />,
    },
    { head: t('masters.field.tracking'), cell: item => trackingName(item.tracking, t), wide: true },
    { head: t('masters.field.unit'), cell: item => item.unit, wide: true },
    { head: t('masters.field.gtin'), cell: item => (item.gtin ? <Code>{item.gtin}</Code> : null), wide: true },
    {
      head: t('masters.state'),
      cell: item => !item.active && <StateChip state="gone">{t('masters.closed')}</StateChip>,
    },
  ]
  return (
    <>
      <MastersHead
        tab="items"
        actions={
          <>
            <ExportMenu room="items" q={q} />
            {mayChange && <NewButton>{t('masters.newItem')}</NewButton>}
          </>
        }
      />
      <Search label={t('masters.search')} />
      <RecordList
        pages={pages}
        columns={columns}
        keyOf={item => item.code}
        label={t('masters.tab.items')}
        empty={
          q ? (
            <Empty title={t('masters.noneFound', { q })} />
          ) : (
            <Empty title={t('masters.noItems')}>
              {mayChange && <Link to="/imports">{t('masters.orImport')}</Link>}
            </Empty>
          )
        }
      />
      {(code !== undefined || isNew) && (
        <RecordDrawer
          key={code ?? ''}
          form={ITEM_FORM}
          code={code ?? null}
          view={view}
          mayChange={mayChange}
          answers="/items"
          newTitle={t('masters.newItem')}
          scanned={({ gtin }) => (gtin === undefined ? null : { gtin })}
          pointers={ITEM_POINTERS}
          close={() => void navigate(list())}
          kept={saved => code === undefined && void navigate(list().replace(ROOM, `${ROOM}/${segment(saved)}`))}
        >
          {(draft, edit, fault) => <ItemFields draft={draft} edit={edit} fault={fault} isNew={code === undefined} />}
        </RecordDrawer>
      )}
    </>
  )
}
