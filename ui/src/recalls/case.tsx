// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { NotFound } from '../shell/not-found'
import { pathOf, tabOf } from './addresses'
import { ConsigneesTab } from './consignees-tab'
import { DriftBanner } from './drift'
import { EffectivenessTab } from './effectiveness-tab'
import { useMay } from './may'
import type { Recall } from './model'
import { NoteModal } from './note'
import { NoticesTab } from './notices-tab'
import { CaseOverview } from './overview'
import { PapersTab } from './papers-tab'
import { PublicTab } from './public-tab'
import { PullBin } from './pull-bin'
import { PullTab } from './pull-tab'
import { QuantitiesTab } from './quantities-tab'
import { RecordTab } from './record-tab'
import { ScopeTab } from './scope-tab'
import { type Tab, tabsOf } from './stages'
import { useRecall } from './use-recalls'
import { KindWord, StageChip } from './words'

/** One case; the address says which of its tabs is open, and which bin is being pulled. */
export function CasePage() {
  const { t } = useTexts()
  const { number = '', tab: word } = useParams()
  const [params] = useSearchParams()
  const recall = useRecall(number)
  const tab = tabOf(word)
  const place = params.get('place')
  if (tab === null) {
    return <NotFound />
  }
  if (recall.isError && recall.data === undefined) {
    return (
      <>
        <PageHead title={t('shell.to.recalls')} />
        <ProblemNotice error={recall.error} retry={() => void recall.refetch()} />
      </>
    )
  }
  if (recall.data === undefined) {
    return <Waiting />
  }
  return tab === 'pull' && place !== null ? (
    <PullBin key={place} recall={recall.data} place={place} />
  ) : (
    <Shown recall={recall.data} tab={tab} />
  )
}

function Shown({ recall, tab }: { recall: Recall; tab: Tab }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const [noting, setNoting] = useState(false)
  return (
    <div className="page-parts recall">
      <PageHead
        title={`${recall.number} ${recall.title}`}
        heading={recall.title}
        over={
          <>
            <Code>{recall.number}</Code> · <KindWord kind={recall.kind} /> ·{' '}
            {t('recalls.openedBy', { who: recall.openedBy })} <Ago at={recall.openedAt} />
          </>
        }
        states={
          <>
            {recall.kind === 'mock' && <StateChip state="info">{t('recalls.drillChip')}</StateChip>}
            <StageChip stage={recall.stage} />
            {recall.stop?.inForce && recall.kind !== 'mock' && (
              <StateChip state="bad">{t('recalls.inForce')}</StateChip>
            )}
            {recall.published !== undefined && <StateChip state="info">{t('recalls.published')}</StateChip>}
          </>
        }
        actions={
          may('note') && (
            <Button variant="default" leftSection={<IconNote size={16} aria-hidden />} onClick={() => setNoting(true)}>
              {t('recalls.do.note')}
            </Button>
          )
        }
      />
      <Tabs recall={recall} open={tab} />
      {tab !== 'overview' && <DriftBanner recall={recall} />}
      <Content recall={recall} tab={tab} />
      {noting && <NoteModal recall={recall} close={() => setNoting(false)} />}
    </div>
  )
}

function Tabs({ recall, open }: { recall: Recall; open: Tab }) {
  const { t } = useTexts()
  const tabs = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another tab opens
  useEffect(() => {
    // They seldom fit beside one another; the one that is open is to be seen.
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (current && tabs.current) {
      tabs.current.scrollLeft = current.offsetLeft - tabs.current.clientWidth / 2
    }
  }, [open])
  return (
    <nav ref={tabs} className="tabs no-print" aria-label={t('recalls.views')}>
      {tabsOf(recall).map(tab => (
        <Link key={tab} to={pathOf(recall.number, tab)} aria-current={tab === open ? 'page' : undefined}>
          {t(`recalls.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}

function Content({ recall, tab }: { recall: Recall; tab: Tab }) {
  switch (tab) {
    case 'overview':
      return <CaseOverview recall={recall} />
    case 'scope':
      return <ScopeTab recall={recall} />
    case 'pull':
      return <PullTab recall={recall} />
    case 'consignees':
      return <ConsigneesTab recall={recall} />
    case 'notices':
      return <NoticesTab recall={recall} />
    case 'effectiveness':
      return <EffectivenessTab recall={recall} />
    case 'quantities':
      return <QuantitiesTab recall={recall} />
    case 'public':
      return <PublicTab recall={recall} />
    case 'papers':
      return <PapersTab recall={recall} />
    case 'record':
      return <RecordTab recall={recall} />
  }
}
