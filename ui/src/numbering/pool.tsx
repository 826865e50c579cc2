// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, segment } from '../api/client'
import type { Item } from '../api/model'
import { useTexts } from '../i18n/texts'
import { Code, ItemLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { useMe } from '../shell/session'
import { AdoptDrawer } from './adopt-drawer'
import { Blocks } from './blocks'
import { kindsOf } from './card'
import { Forecast } from './forecast'
import type { Kind } from './model'
import { Numbers } from './numbers'
import { TakeDrawer } from './take-drawer'
import { useNumbering } from './use-numbering'
import { VoidDrawer } from './void-drawer'

/** All numbers of an item: how long they last, the blocks that were taken, and each number with its state. */
export function Pool({ code }: { code: string }) {
  const { t } = useTexts()
  const [params] = useSearchParams()
  const answer = useQuery({
    queryKey: ['item', code],
    queryFn: ({ signal }) => api.get<Item>(`/items/${segment(code)}`, {}, signal),
  })
  const item = answer.data
  if (answer.isError && item === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (item === undefined) {
    return <Waiting rows={6} />
  }
  const kinds = kindsOf(item)
  const kind = kinds.find(known => known === params.get('kind')) ?? kinds.at(-1)
  return kind === undefined ? (
    <>
      <PageHead title={t('numbering.poolOf', { item: item.name })} />
      <div className="card">
        <Empty title={t('numbering.notTracked')} />
      </div>
    </>
  ) : (
    <PoolOfKind key={kind} item={item} kind={kind} kinds={kinds} />
  )
}

function PoolOfKind({ item, kind, kinds }: { item: Item; kind: Kind; kinds: Kind[] }) {
  const { t } = useTexts()
  const { may } = useMe()
  const [open, setOpen] = useState<'take' | 'adopt' | 'void' | null>(null)
  const rule = useNumbering(item.code).data?.[kind]
  const close = () => setOpen(null)
  return (
    <div className="page-parts">
      <PageHead
        title={t('numbering.poolOf', { item: item.name })}
        over={
          <>
            <ItemLink code={item.code} name={item.name} /> · <Code>{item.code}</Code>
            {rule !== undefined && (
              <>
                {' · '}
                <Code>{rule.template}</Code>
              </>
            )}
          </>
        }
        actions={
          may.includes('numbers') && (
            <>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                    {t('numbering.more')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setOpen('adopt')}>{t('numbering.adopt')}</Menu.Item>
                  <Menu.Item onClick={() => setOpen('void')}>{t('numbering.void')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                disabled={rule === undefined}
                onClick={() => setOpen('take')}
              >
                {t('numbering.take')}
              </Button>
            </>
          )
        }
      />
      {kinds.length > 1 && (
        <nav className="number-kinds no-print" aria-label={t('numbering.which')}>
          {kinds.map(other => (
            <Link key={other} to={`?kind=${other}`} aria-current={other === kind ? 'page' : undefined}>
              {t(`numbering.kind.${other}`)}
            </Link>
          ))}
        </nav>
      )}
      {rule === undefined ? (
        <Card>
          <Empty title={t('numbering.noTemplate')}>
            <Link to={`/items/${segment(item.code)}`}>{t('numbering.noTemplateDo')}</Link>
          </Empty>
        </Card>
      ) : (
        <Forecast item={item.code} kind={kind} />
      )}
      <Blocks item={item.code} kind={kind} />
      <Numbers item={item.code} kind={kind} />
      {open === 'take' && rule !== undefined && <TakeDrawer item={item} kind={kind} rule={rule} close={close} />}
      {open === 'adopt' && <AdoptDrawer item={item} kind={kind} close={close} />}
      {open === 'void' && <VoidDrawer item={item.code} kind={kind} close={close} />}
    </div>
  )
}
