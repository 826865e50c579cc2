// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, Modal } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { ActForm } from '../parts/act-form'
import { Code } from '../parts/code'
import { Count, Line, said, Words } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { type State, StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { withParams } from '../recalls/addresses'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { pathOf } from './addresses'
import { CodeField } from './code-field'
import type { CauseQuestion, Inquiry } from './model'
import { QualityTabs } from './tabs'
import { useInquiries } from './use-quality'

const STATES = { running: 'held', done: 'ok', failed: 'bad' } as const satisfies Record<string, State>

const stateOf = (word: string) => (word === 'done' || word === 'failed' ? word : 'running')

/** Questions that were asked: what failed units share that others do not. */
export function Causes() {
  const { t } = useTexts()
  const { may } = useMe()
  const [params, setParams] = useSearchParams()
  const { pages, rows } = useInquiries()
  const asking = params.get('new') !== null
  const set = (patch: Record<string, string | undefined>) => setParams(withParams(params, patch), { replace: true })
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.tab.causes')}
        over={t('quality.causesWhat')}
        actions={
          may.includes('quality') && (
            <Button leftSection={<IconZoomQuestion size={16} aria-hidden />} onClick={() => set({ new: '1' })}>
              {t('quality.do.ask')}
            </Button>
          )
        }
      />
      <QualityTabs open="causes" />
      <Card>
        {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Waiting />}
        {pages.data !== undefined && rows.length === 0 && (
          <Empty title={t('quality.noCauses')}>{t('quality.noCausesHow')}</Empty>
        )}
        <ul className="quality-list">
          {rows.map(one => (
            <li key={one.number}>
              <Link to={pathOf('causes', one.number)}>{one.title}</Link>{' '}
              <StateChip state={STATES[stateOf(one.state)]}>{t(`quality.inquiry.${stateOf(one.state)}`)}</StateChip>
              <div className="muted small">
                <Code>{one.number}</Code> · {one.by}, <Ago at={one.askedAt} />
              </div>
            </li>
          ))}
        </ul>
        <MoreButton of={pages} />
      </Card>
      {asking && (
        <Ask
          code={params.get('code') ?? ''}
          item={params.get('item') ?? ''}
          close={() => set({ new: undefined, code: undefined, item: undefined })}
        />
      )}
    </div>
  )
}

/** The failed units by what they were complained about, or each by its number; the others are found by the server. */
function Ask({ code: firstCode, item: firstItem, close }: { code: string; item: string; close: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [code, setCode] = useState(firstCode)
  const [item, setItem] = useState(firstItem)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [confirmedOnly, setConfirmedOnly] = useState(false)
  const [serials, setSerials] = useState('')
  const [per, setPer] = useState<number | undefined>(10)
  const [ageDays, setAgeDays] = useState<number | undefined>(90)
  const [sameMarket, setSameMarket] = useState(true)
  const numbers = serials.split(/[\s,;]+/).filter(Boolean)
  const question = (): CauseQuestion => ({
    ...(numbers.length > 0
      ? { serials: numbers.map(serial => ({ item, serial })) }
      : { complaints: { code: said(code), item: said(item), from: said(from), to: said(to), confirmedOnly } }),
    controls: { per, ageDays, sameMarket },
  })
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('quality.do.ask')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <ActForm<Inquiry>
        path="/causes"
        body={question}
        shown={/^\/(complaints|serials|controls)/}
        submit={t('quality.do.askNow')}
        ready={item !== '' && (code !== '' || numbers.length > 0)}
        done={({ number }) => void navigate(pathOf('causes', number))}
        cancel={close}
      >
        {fault => (
          <>
            <p className="muted">{t('quality.askHow')}</p>
            <ItemField
              label={t('quality.field.item')}
              value={item}
              error={fault('/complaints/item') ?? fault('/serials')}
              onChange={setItem}
            />
            <CodeField
              label={t('quality.field.complainedOf')}
              description={t('quality.withBelow')}
              value={code}
              error={fault('/complaints/code')}
              onChange={setCode}
            />
            <div className="field-pair">
              <Line
                type="date"
                label={t('quality.field.from')}
                value={from}
                error={fault('/complaints/from')}
                onChange={setFrom}
              />
              <Line
                type="date"
                label={t('quality.field.to')}
                value={to}
                error={fault('/complaints/to')}
                onChange={setTo}
              />
            </div>
            <Checkbox
              label={t('quality.confirmedOnly')}
              checked={confirmedOnly}
              onChange={e => setConfirmedOnly(e.currentTarget.checked)}
            />
            <details>
              <summary>{t('quality.bySerial')}</summary>
              <Words
                label={t('quality.field.serials')}
                description={t('quality.serialsHow')}
                value={serials}
                error={numbers.map((_, n) => fault(`/serials/${n}/serial`)).find(Boolean)}
                onChange={setSerials}
              />
            </details>
            <details>
              <summary>{t('quality.against')}</summary>
              <div className="field-pair">
                <Count label={t('quality.field.per')} value={per} error={fault('/controls/per')} onChange={setPer} />
                <Count
                  label={t('quality.field.ageDays')}
                  value={ageDays}
                  error={fault('/controls/ageDays')}
                  onChange={setAgeDays}
                />
              </div>
              <Checkbox
                label={t('quality.sameMarket')}
                checked={sameMarket}
                onChange={e => setSameMarket(e.currentTarget.checked)}
              />
            </details>
          </>
        )}
      </ActForm>
    </Modal>
  )
}
