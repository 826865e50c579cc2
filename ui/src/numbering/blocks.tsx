// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { address, segment } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { PrintButton } from '../labels/print-button'
import { MoreButton } from '../lookup/more-button'
import { Code, PlaceLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Ago } from '../parts/when'
import { BlockBar } from './block-bar'
import { jobOfBlock } from './job'
import type { Block, Kind } from './model'
import { useBlocks } from './use-numbering'

/** The blocks that were taken, the newest first; of one item, or of all with their items. */
export function Blocks({ item, kind }: { item?: string; kind?: Kind }) {
  const { t } = useTexts()
  const pages = useBlocks(item, kind)
  const blocks = pages.data?.pages.flatMap(page => page.items)
  if (pages.isError && blocks === undefined) {
    return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
  }
  return (
    <Card title={t('numbering.blocks')}>
      {blocks === undefined ? (
        <Waiting />
      ) : blocks.length === 0 ? (
        <Empty title={t('numbering.noBlocks')}>{t('numbering.noBlocksWhy')}</Empty>
      ) : (
        <ul className="block-list">
          {blocks.map(block => (
            <BlockRow key={block.block} block={block} named={item === undefined} />
          ))}
        </ul>
      )}
      <MoreButton of={pages} />
    </Card>
  )
}

function BlockRow({ block, named }: { block: Block; named: boolean }) {
  const { t } = useTexts()
  const { item, kind, lot, supplier, first, last } = block
  return (
    <li>
      <div className="block-what">
        {named && (
          <div>
            <Link to={address(`/numbers/${segment(item)}`, { kind })}>{item}</Link>{' '}
            <span className="muted small">{t(`numbering.kind.${kind}`)}</span>
          </div>
        )}
        <div>
          <Code>{first}</Code>
          {last !== first && (
            <>
              {' – '}
              <Code>{last}</Code>
            </>
          )}
        </div>
        <div className="muted small">
          {t('numbering.countOf', { count: block.count, n: count(block.count) })}
          {lot !== undefined && ` · ${t('numbering.forLot', { lot })}`}
          {supplier !== undefined && (
            <>
              {' · '}
              {t('numbering.of')} <PlaceLink code={supplier} kind="partner" />
            </>
          )}
          {' · '}
          <Ago at={block.at} /> · {block.by}
        </div>
      </div>
      <BlockBar block={block} />
      <div className="no-print">
        <PrintButton job={jobOfBlock(block)} words={t('numbering.printThese')} size="compact-sm" />
      </div>
    </li>
  )
}
