// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { address, segment } from '../api/client'
import type { Item } from '../api/model'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { useMe } from '../shell/session'
import { byLot, bySerial } from '../tasks/model'
import type { Kind } from './model'
import './numbering.css'
import { useNumbering } from './use-numbering'

const NumberingDrawer = lazy(() => import('./numbering-drawer'))

/** The kinds of numbers that an item has. */
export function kindsOf(item: Item): Kind[] {
  const kinds: (Kind | false)[] = [byLot(item) && 'lot', bySerial(item) && 'serial']
  return kinds.filter(kind => kind !== false)
}

/** How the lots and serials of an item are numbered; for those who may, the way to change it. */
export function NumberingCard({ item }: { item: Item }) {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('masters')
  const [open, setOpen] = useState(false)
  const answer = useNumbering(item.code)
  const numbering = answer.data
  const kinds = kindsOf(item)
  if (kinds.length === 0) {
    return null
  }
  return (
    <Card
      title={t('numbering.title')}
      aside={
        mayChange &&
        numbering !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            className="no-print"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('numbering.edit')}
          </Button>
        )
      }
    >
      {answer.isError && numbering === undefined ? (
        <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
      ) : numbering === undefined ? (
        <Waiting rows={2} />
      ) : (
        <dl className="facts">
          {kinds.map(kind => {
            const rule = numbering[kind]
            return (
              <div key={kind}>
                <dt>{t(`numbering.kind.${kind}`)}</dt>
                <dd>
                  {rule === undefined ? (
                    <span className="muted">{t('numbering.noTemplate')}</span>
                  ) : (
                    <Code>{rule.template}</Code>
                  )}
                  <div className="small">
                    <Link to={address(`/numbers/${segment(item.code)}`, { kind })}>
                      {t(`numbering.numbersOf.${kind}`)}
                    </Link>
                  </div>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {open && (
        <Suspense fallback={null}>
          <NumberingDrawer item={item} kinds={kinds} close={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  )
}
