// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { MastersHead, RecordActions, Search } from './head'
import type { Room } from './model'
import { Named } from './named'
import { RecordOfAddress } from './record-drawer'
import type { Draft } from './record-form'
import { type Column, RecordList, usePages } from './record-list'
import type { Form } from './use-editor'

type Master = { code: string; name: string; version: number; active: boolean }

/** The page of one kind of masters: the list that can be searched, and the record that the address names beside it. */
export function MasterPage<R extends Master, D extends Draft>(props: {
  form: Form<R, D>
  /** What stands between the name and the state. */
  columns: Column<R>[]
  newTitle: string
  none: string
}) {
  const { form, columns, newTitle, none } = props
  const { t } = useTexts()
  const [params] = useSearchParams()
  const q = params.get('q') ?? ''
  return (
    <>
      <MastersHead tab={form.room} actions={<RecordActions room={form.room} q={q} newTitle={newTitle} />} />
      <Search label={t('masters.search')} />
      <MasterList room={form.room} columns={columns} q={q} none={none} />
      <RecordOfAddress form={form} newTitle={newTitle} />
    </>
  )
}

/** The records that a search finds, each with its name first and its state last. */
export function MasterList<R extends Master>(props: {
  room: Room
  columns: Column<R>[]
  q: string
  none: string
  view?: string
}) {
  const { room, columns, q, none, view } = props
  const { t } = useTexts()
  const pages = usePages<R>(['list', room, q], `/${room}`, { q })
  const name: Column<R> = {
    head: t(`masters.tab.${room}`),
    cell: record => <Named to={`/masters/${room}/${segment(record.code)}`} record={record} search={q} view={view} />,
  }
  const state: Column<R> = {
    head: t('masters.state'),
    cell: record => !record.active && <StateChip state="gone">{t('masters.closed')}</StateChip>,
  }
  return (
    <RecordList
      pages={pages}
      columns={[name, ...columns, state]}
      keyOf={record => record.code}
      label={t(`masters.tab.${room}`)}
      empty={<NoMasters q={q} none={none} />}
    />
  )
}

/** The search found nothing, or there is nothing yet to be found. */
export function NoMasters({ q, none }: { q: string; none: string }) {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('masters')
  return q ? (
    <Empty title={t('masters.noneFound', { q })} />
  ) : (
    <Empty title={none}>{mayChange && <Link to="/imports">{t('masters.orImport')}</Link>}</Empty>
  )
}
