// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { type FaultAt, faultsOf, restOf } from '../masters/faults'
import { RowsField } from '../masters/rows-field'
import { Code, ItemLink } from '../parts/code'
import { Choice, Count, Line, said } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { ItemField } from '../tasks/fields'
import { AQLS, type Characteristic, CLASSES, LEVELS, type Plan, STAGES, STRICTNESSES } from './model'
import { usePlans } from './use-quality'
import { oneOf } from './words'

const SAMPLINGS = ['full', 'fixed', 'aql'] as const
const KINDS = ['attribute', 'measurement'] as const

/** How things are inspected: what is looked at, and on how many of them. */
export function Plans() {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('quality')
  const { pages, rows } = usePlans()
  const [edited, setEdited] = useState<Plan | 'new' | null>(null)
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.plans')}
        over={<Link to="/quality/inspections">{t('quality.tab.inspections')}</Link>}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
              {t('quality.do.newPlan')}
            </Button>
          )
        }
      />
      <Card>
        {pages.isError && <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Waiting />}
        {pages.data !== undefined && rows.length === 0 && (
          <Empty title={t('quality.noPlans')}>{t('quality.noPlansHow')}</Empty>
        )}
        <ul className="quality-list">
          {rows.map(plan => (
            <li key={plan.code}>
              {mayChange ? (
                <button type="button" className="quality-plain" onClick={() => setEdited(plan)}>
                  {plan.name}
                </button>
              ) : (
                plan.name
              )}{' '}
              {!plan.active && <StateChip state="gone">{t('quality.inactive')}</StateChip>}
              <div className="muted small">
                <Code>{plan.code}</Code> · {t(`quality.planStage.${oneOf(STAGES, plan.stage) ?? 'any'}`)}
                {plan.item !== undefined && (
                  <>
                    {' · '}
                    <ItemLink code={plan.item} />
                  </>
                )}{' '}
                · {t('quality.characteristicsN', { n: count(plan.characteristics.length) })}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {edited !== null && <Edit plan={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </div>
  )
}

type CharacteristicDraft = Characteristic & { key: string }

type Draft = Omit<Plan, 'characteristics' | 'version'> & { characteristics: CharacteristicDraft[] }

const NEW: Draft = { code: '', name: '', stage: 'any', sampling: { type: 'full' }, characteristics: [], active: true }

const draftOf = (plan: Plan | null): Draft =>
  plan === null ? NEW : { ...plan, characteristics: plan.characteristics.map(one => ({ ...one, key: uuid7() })) }

function Edit({ plan, close }: { plan: Plan | null; close: () => void }) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(() => draftOf(plan))
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const set = (patch: Partial<Draft>) => setDraft(now => ({ ...now, ...patch }))
  const keep = async () => {
    setBusy(true)
    setError(null)
    const body = {
      ...draft,
      version: plan?.version,
      item: said(draft.item ?? ''),
      characteristics: draft.characteristics.map(({ key, ...one }) => one),
    }
    try {
      await (plan === null
        ? api.post('/inspection-plans', body)
        : api.put(`/inspection-plans/${segment(plan.code)}`, body))
      await forgetAnswers()
      close()
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={680}
      transitionProps={{ duration: 0 }}
      title={plan?.name ?? t('quality.do.newPlan')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <form
        noValidate
        className="quality-form"
        onSubmit={e => {
          e.preventDefault()
          void keep()
        }}
      >
        <div className="field-pair">
          {plan === null && (
            <Line
              code
              label={t('quality.field.codeNumber')}
              value={draft.code}
              error={fault('/code')}
              onChange={code => set({ code })}
            />
          )}
          <Line
            label={t('quality.field.name')}
            value={draft.name}
            error={fault('/name')}
            onChange={name => set({ name })}
          />
          <ItemField
            label={t('quality.field.item')}
            value={draft.item ?? ''}
            error={fault('/item')}
            onChange={item => set({ item })}
          />
          <Choice
            label={t('quality.field.stage')}
            values={STAGES}
            word={one => t(`quality.planStage.${one}`)}
            value={oneOf(STAGES, draft.stage)}
            error={fault('/stage')}
            onChange={stage => set({ stage: stage ?? 'any' })}
          />
        </div>
        <SamplingFields draft={draft} set={set} fault={fault} />
        <Characteristics draft={draft} set={set} fault={fault} />
        <Switch
          label={t('quality.active')}
          checked={draft.active}
          onChange={e => set({ active: e.currentTarget.checked })}
        />
        {error !== null && (
          <ProblemNotice error={restOf(error, /^\/(code|name|item|stage|sampling|characteristics)/)} />
        )}
        <div className="form-buttons">
          <Button variant="default" size="md" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button
            type="submit"
            size="md"
            loading={busy}
            disabled={draft.code.trim() === '' || draft.name.trim() === ''}
          >
            {t('quality.do.keep')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}

type PartProps = { draft: Draft; set: (patch: Partial<Draft>) => void; fault: FaultAt }

function SamplingFields({ draft: { sampling }, set, fault }: PartProps) {
  const { t } = useTexts()
  const change = (patch: Plan['sampling']) => set({ sampling: { ...sampling, ...patch } })
  return (
    <div className="field-pair">
      <Choice
        label={t('quality.field.sampling')}
        values={SAMPLINGS}
        word={one => t(`quality.sampling.${one}`)}
        value={oneOf(SAMPLINGS, sampling.type)}
        error={fault('/sampling/type')}
        onChange={type =>
          set({ sampling: type === 'aql' ? { type, level: 'II', aql: '1.0', severity: 'normal' } : { type } })
        }
      />
      {sampling.type === 'fixed' && (
        <Count
          label={t('quality.field.sampleSize')}
          value={sampling.n}
          error={fault('/sampling/n')}
          onChange={n => change({ n })}
        />
      )}
      {sampling.type !== 'aql' && (
        <Count
          label={t('quality.field.accept')}
          value={sampling.accept}
          error={fault('/sampling/accept')}
          onChange={accept => change({ accept })}
        />
      )}
      {sampling.type === 'aql' && (
        <>
          <Choice
            label={t('quality.field.level')}
            values={LEVELS}
            word={one => one}
            value={oneOf(LEVELS, sampling.level)}
            error={fault('/sampling/level')}
            onChange={level => change({ level })}
          />
          <Choice
            label={t('quality.field.aql')}
            values={AQLS}
            word={one => one}
            value={oneOf(AQLS, sampling.aql)}
            error={fault('/sampling/aql')}
            onChange={aql => change({ aql })}
          />
          <Choice
            label={t('quality.field.strictness')}
            values={STRICTNESSES}
            word={one => t(`quality.strictness.${one}`)}
            value={oneOf(STRICTNESSES, sampling.severity)}
            error={fault('/sampling/severity')}
            onChange={severity => change({ severity })}
          />
        </>
      )}
    </div>
  )
}

function Characteristics({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const change = (row: CharacteristicDraft, patch: Partial<CharacteristicDraft>) =>
    set({ characteristics: draft.characteristics.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
  return (
    <RowsField<CharacteristicDraft>
      legend={t('quality.characteristics')}
      fault={fault('/characteristics')}
      add={t('quality.do.addCharacteristic')}
      rows={draft.characteristics}
      nameOf={row => row.name || row.code || ''}
      onAdd={() =>
        set({ characteristics: [...draft.characteristics, { key: uuid7(), kind: 'attribute', class: 'major' }] })
      }
      onChange={characteristics => set({ characteristics })}
    >
      {(row, n) => (
        <div className="field-pair quality-characteristic">
          <Line
            code
            label={t('quality.field.codeNumber')}
            value={row.code ?? ''}
            error={fault(`/characteristics/${n}/code`)}
            onChange={code => change(row, { code })}
          />
          <Line
            label={t('quality.field.name')}
            value={row.name ?? ''}
            error={fault(`/characteristics/${n}/name`)}
            onChange={name => change(row, { name: said(name) })}
          />
          <Choice
            label={t('quality.field.kind')}
            values={KINDS}
            word={one => t(`quality.kind.${one}`)}
            value={oneOf(KINDS, row.kind)}
            error={fault(`/characteristics/${n}/kind`)}
            onChange={kind => change(row, { kind })}
          />
          <Choice
            label={t('quality.field.class')}
            values={CLASSES}
            word={one => t(`quality.class.${one}`)}
            value={oneOf(CLASSES, row.class)}
            error={fault(`/characteristics/${n}/class`)}
            onChange={one => change(row, { class: one })}
          />
          {row.kind === 'measurement' &&
            (['lower', 'target', 'upper', 'unit'] as const).map(name => (
              <Line
                key={name}
                decimal={name !== 'unit'}
                label={t(`quality.field.${name}`)}
                value={row[name] ?? ''}
                error={fault(`/characteristics/${n}/${name}`)}
                onChange={value => change(row, { [name]: said(value) })}
              />
            ))}
        </div>
      )}
    </RowsField>
  )
}
