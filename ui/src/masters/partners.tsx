// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { roleNames } from './facts'
import { ExportMenu, MastersHead, NewButton, Search, useListAddress } from './head'
import type { Partner } from './model'
import { Named } from './named'
import { PARTNER_FORM, PARTNER_POINTERS, PartnerFields } from './partner-form'
import { RecordDrawer } from './record-drawer'
import { type Column, RecordList, usePages } from './record-list'

const ROOM = '/masters/partners'

/** Who delivers, buys, makes and carries. */
export function Partners() {
  const { t } = useTexts()
  const { code, view } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const mayChange = useMe().may.includes('masters')
  const list = useListAddress(ROOM)
  const q = params.get('q') ?? ''
  const pages = usePages<Partner>(['list', 'partners', q], '/partners', { q })
  const isNew = params.get('new') === '1' && mayChange

  const columns: Column<Partner>[] = [
    {
      head: t('masters.tab.partners'),
      cell: partner => <Named to={`${ROOM}/${segment(partner.code)}`} record={partner} search={q} />,
    },
    { head: t('masters.field.roles'), cell: partner => roleNames(partner.roles, t), wide: true },
    { head: t('masters.field.gln'), cell: partner => (partner.gln ? <Code>{partner.gln}</Code> : null), wide: true },
    {
      head: t('masters.state'),
      cell: partner => !partner.active && <StateChip state="gone">{t('masters.closed')}</StateChip>,
    },
  ]
  return (
    <>
      <MastersHead
        tab="partners"
        actions={
          <>
            <ExportMenu room="partners" q={q} />
            {mayChange && <NewButton>{t('masters.newPartner')}</NewButton>}
          </>
        }
      />
      <Search label={t('masters.search')} />
      <RecordList
        pages={pages}
        columns={columns}
        keyOf={partner => partner.code}
        label={t('masters.tab.partners')}
        empty={
          q ? (
            <Empty title={t('masters.noneFound', { q })} />
          ) : (
            <Empty title={t('masters.noPartners')}>
              {mayChange && <Link to="/imports">{t('masters.orImport')}</Link>}
            </Empty>
          )
        }
      />
      {(code !== undefined || isNew) && (
        <RecordDrawer
          key={code ?? ''}
          form={PARTNER_FORM}
          code={code ?? null}
          view={view}
          mayChange={mayChange}
          answers="/partners"
          newTitle={t('masters.newPartner')}
          scanned={({ gln }) => (gln === undefined ? null : { gln })}
          pointers={PARTNER_POINTERS}
          close={() => void navigate(list())}
          kept={saved => code === undefined && void navigate(list().replace(ROOM, `${ROOM}/${segment(saved)}`))}
        >
          {(draft, edit, fault) => <PartnerFields draft={draft} edit={edit} fault={fault} isNew={code === undefined} />}
        </RecordDrawer>
      )}
    </>
  )
}
