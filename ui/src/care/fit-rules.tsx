// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { FitAnswers } from './fit-answer'
import { EditRule } from './fit-editor'
import type { FitRule } from './fit-model'
import { useFitRules } from './fit-use'
import { EnforceChips, FindingList, RuleSentence } from './fit-words'
import { CareTabs } from './tabs'
import './fit.css'

/** What fits what: the rules, and a drawer to write one. */
export function FitRules() {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('settle')
  const [params, setParams] = useSearchParams()
  const item = params.get('item') ?? ''
  const [serial, lot] = ['serial', 'lot'].map(name => params.get(name) ?? undefined)
  const { pages, rows } = useFitRules(item)
  const [edited, setEdited] = useState<FitRule | 'new' | null>(null)
  return (
    <div className="page-parts fit">
      <PageHead
        title={t('fit.title')}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
              {t('fit.do.newRule')}
            </Button>
          )
        }
      />
      <CareTabs open="fits" />
      {item !== '' && (
        <Card title={t('fit.answersFor', { thing: [item, serial ?? lot].filter(Boolean).join(' ') })}>
          <FitAnswers item={item} serial={serial} lot={lot} />
        </Card>
      )}
      <Card title={t('fit.rules')}>
        <ItemField
          label={t('fit.field.item')}
          value={item}
          onChange={next => setParams(next === '' ? {} : { item: next }, { replace: true })}
        />
        {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Waiting />}
        {pages.data !== undefined && rows.length === 0 && <Empty title={t('fit.noRules')}>{t('fit.noRulesHow')}</Empty>}
        <ul className="fit-list">
          {rows.map(rule => (
            <Row key={rule.code} rule={rule} edit={mayChange ? () => setEdited(rule) : undefined} />
          ))}
        </ul>
        {pages.hasNextPage && (
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('fit.do.more')}
          </Button>
        )}
      </Card>
      {edited !== null && <EditRule rule={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </div>
  )
}

function Row({ rule, edit }: { rule: FitRule; edit: (() => void) | undefined }) {
  const { t } = useTexts()
  const days = [rule.validFrom, rule.validTo]
  return (
    <li>
      <div>
        {edit === undefined ? (
          rule.name
        ) : (
          <button type="button" className="fit-plain" onClick={edit}>
            {rule.name}
          </button>
        )}{' '}
        {!rule.active && <StateChip state="gone">{t('fit.inactive')}</StateChip>} <EnforceChips rule={rule} />
      </div>
      <div>
        <RuleSentence rule={rule} />
      </div>
      <div className="muted small">
        <Code>{rule.code}</Code>
        {days.some(Boolean) && ` · ${t('fit.valid', { from: rule.validFrom ?? '…', to: rule.validTo ?? '…' })}`}
        {rule.reason !== undefined && ` · ${rule.reason}`}
      </div>
      {(rule.findings ?? []).length > 0 && <FindingList findings={rule.findings ?? []} />}
    </li>
  )
}
