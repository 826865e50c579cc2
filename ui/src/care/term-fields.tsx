// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, Switch } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { RowsField } from '../masters/rows-field'
import { Choice, Count, Line } from '../parts/fields'
import { Card } from '../parts/page'
import { CodeField } from '../quality/code-field'
import { oneOf } from '../quality/words'
import { PartnerField } from '../tasks/fields'
import { ItemsField, MarketsField, PartnersField, WordsField } from './list-fields'
import { EXTENSION_MODES, PROOFS, REPLACEMENTS, SHOWN_TO, START_EVENTS, type Start, TERM_KINDS } from './model'
import { PeriodField } from './period-field'
import { CoversFields } from './term-covers'
import { type ExclusionDraft, keyed, type PartDraft, type StartDraft, type TermDraft, takesPeriod } from './term-draft'
import { TermField } from './term-field'
import { eventWord } from './words'

export type PartProps = { draft: TermDraft; set: (patch: Partial<TermDraft>) => void; fault: FaultAt }

/** All of a term, in the order in which one would say it. */
export function TermFields(props: PartProps & { isNew: boolean }) {
  return (
    <>
      <Name {...props} />
      <ScopeFields {...props} />
      <Begins {...props} />
      <CoversFields {...props} />
      <Parts {...props} />
      <Exclusions {...props} />
      <Rules {...props} />
    </>
  )
}

function Name({ draft, set, fault, isNew }: PartProps & { isNew: boolean }) {
  const { t } = useTexts()
  return (
    <Card title={t('care.whatItIs')}>
      <div className="field-pair">
        {isNew && (
          <Line
            code
            label={t('care.field.code')}
            value={draft.code}
            error={fault('/code')}
            onChange={code => set({ code })}
          />
        )}
        <Line
          label={t('care.field.name')}
          description={t('care.nameHow')}
          value={draft.name}
          error={fault('/name')}
          onChange={name => set({ name })}
        />
        <Choice
          label={t('care.field.kind')}
          description={t(`care.kindHow.${oneOf(TERM_KINDS, draft.kind) ?? 'commercial'}`)}
          values={TERM_KINDS}
          word={one => t(`care.kind.${one}`)}
          value={oneOf(TERM_KINDS, draft.kind)}
          error={fault('/kind')}
          onChange={kind => set({ kind: kind ?? 'commercial' })}
        />
        {draft.kind === 'supplier' && (
          <PartnerField
            label={t('care.field.supplier')}
            value={draft.supplier ?? ''}
            error={fault('/supplier')}
            onChange={supplier => set({ supplier })}
          />
        )}
        {draft.kind === 'extension' && <Extends draft={draft} set={set} fault={fault} />}
        {draft.kind === 'commercial' && (
          <Count
            label={t('care.field.rank')}
            description={t('care.rankHow')}
            value={draft.rank}
            error={fault('/rank')}
            onChange={rank => set({ rank: rank ?? 0 })}
          />
        )}
      </div>
    </Card>
  )
}

/** How an extension goes with what it extends. */
function Extends({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const base = draft.extends ?? { mode: 'append' }
  return (
    <>
      <Choice
        label={t('care.field.extends')}
        values={EXTENSION_MODES}
        word={one => t(`care.mode.${one}`)}
        value={oneOf(EXTENSION_MODES, base.mode)}
        error={fault('/extends/mode')}
        onChange={mode => set({ extends: { ...base, mode: mode ?? 'append' } })}
      />
      <TermField
        label={t('care.field.base')}
        placeholder={t('care.anyTerm')}
        only={one => one.active && one.code !== draft.code}
        value={base.term ?? ''}
        error={fault('/extends/term')}
        onChange={term => set({ extends: { ...base, term: term || undefined } })}
      />
    </>
  )
}

/** Which serials it is for. */
function ScopeFields({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const { scope } = draft
  const change = (patch: Partial<TermDraft['scope']>) => set({ scope: { ...scope, ...patch } })
  return (
    <Card title={t('care.scope')}>
      <p className="muted small">{t('care.scopeHow')}</p>
      <div className="field-pair">
        <ItemsField
          label={t('care.field.items')}
          values={scope.items}
          error={fault('/scope/items')}
          onChange={items => change({ items })}
        />
        <WordsField
          label={t('care.field.revisions')}
          values={scope.revisions}
          error={fault('/scope/revisions')}
          onChange={revisions => change({ revisions })}
        />
        <WordsField
          label={t('care.field.lots')}
          values={scope.lots}
          error={fault('/scope/lots')}
          onChange={lots => change({ lots })}
        />
        <MarketsField
          label={t('care.field.markets')}
          values={scope.markets}
          error={fault('/scope/markets')}
          onChange={markets => change({ markets })}
        />
        <PartnersField
          label={t('care.field.customers')}
          values={scope.customers}
          error={fault('/scope/customers')}
          onChange={customers => change({ customers })}
        />
        <WordsField
          label={t('care.field.channels')}
          values={scope.channels}
          error={fault('/scope/channels')}
          onChange={channels => change({ channels })}
        />
        <Line
          type="date"
          label={t('care.field.madeFrom')}
          value={scope.madeFrom ?? ''}
          error={fault('/scope/madeFrom')}
          onChange={madeFrom => change({ madeFrom })}
        />
        <Line
          type="date"
          label={t('care.field.madeTo')}
          value={scope.madeTo ?? ''}
          error={fault('/scope/madeTo')}
          onChange={madeTo => change({ madeTo })}
        />
      </div>
      <RowsField
        legend={t('care.field.serials')}
        description={t('care.serialsHow')}
        fault={fault('/scope/serials')}
        add={t('care.do.addRange')}
        rows={scope.serials}
        nameOf={row => `${row.from ?? ''} – ${row.to ?? ''}`}
        onAdd={() => change({ serials: [...scope.serials, keyed({})] })}
        onChange={serials => change({ serials })}
      >
        {(row, n) => {
          const edit = (patch: Partial<typeof row>) =>
            change({ serials: scope.serials.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
          return (
            <div className="pair">
              <Line
                code
                label={t('care.field.from')}
                value={row.from ?? ''}
                error={fault(`/scope/serials/${n}/from`)}
                onChange={from => edit({ from })}
              />
              <Line
                code
                label={t('care.field.to')}
                value={row.to ?? ''}
                error={fault(`/scope/serials/${n}/to`)}
                onChange={to => edit({ to })}
              />
            </div>
          )
        }}
      </RowsField>
    </Card>
  )
}

/** On which day it begins: the first of these that is known. */
function Begins({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const change = (row: StartDraft, patch: Partial<Start>) =>
    set({ start: draft.start.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
  return (
    <Card title={t('care.begins')}>
      <RowsField
        legend={t('care.startEvents')}
        description={t('care.startHow')}
        fault={fault('/start')}
        add={t('care.do.addEvent')}
        rows={draft.start}
        nameOf={row => eventWord(row.event, t)}
        onAdd={() => set({ start: [...draft.start, keyed({ event: 'manufacture' })] })}
        onChange={start => set({ start })}
      >
        {(row, n) => (
          <div className="field-pair">
            <Choice
              label={t('care.field.event')}
              values={START_EVENTS}
              word={one => t(`care.event.${one}`)}
              value={oneOf(START_EVENTS, row.event)}
              error={fault(`/start/${n}/event`)}
              onChange={event => change(row, { event: event ?? row.event })}
            />
            <PeriodField
              label={t('care.field.plus')}
              value={row.plus}
              error={fault(`/start/${n}/plus`)}
              onChange={plus => change(row, { plus })}
            />
            {(row.event === 'registration' || row.event === 'sale' || row.event === 'installation') && (
              <Choice
                label={t('care.field.proof')}
                values={PROOFS}
                word={one => t(`care.proof.${one}`)}
                value={oneOf(PROOFS, row.proof)}
                error={fault(`/start/${n}/proof`)}
                onChange={proof => change(row, { proof })}
                clearable
              />
            )}
          </div>
        )}
      </RowsField>
      <div className="field-pair">
        <Choice
          label={t('care.field.latest')}
          description={t('care.latestHow')}
          values={START_EVENTS}
          word={one => t(`care.event.${one}`)}
          value={oneOf(START_EVENTS, draft.latestStart?.event)}
          error={fault('/latestStart/event') ?? fault('/latestStart')}
          onChange={event => set({ latestStart: event === undefined ? undefined : { ...draft.latestStart, event } })}
          clearable
        />
        {draft.latestStart !== undefined && (
          <PeriodField
            label={t('care.field.plus')}
            value={draft.latestStart.plus}
            error={fault('/latestStart/plus')}
            onChange={plus =>
              draft.latestStart !== undefined && set({ latestStart: { event: draft.latestStart.event, plus } })
            }
          />
        )}
        <Line
          label={t('care.field.timeZone')}
          description={t('care.timeZoneHow')}
          value={draft.timeZone ?? ''}
          error={fault('/timeZone')}
          onChange={timeZone => set({ timeZone })}
        />
      </div>
    </Card>
  )
}

/** What a part gets that is put in instead of another. */
function Parts({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const change = (row: PartDraft, patch: Partial<PartDraft>) =>
    set({ parts: draft.parts.map(one => (one.key === row.key ? { ...row, ...patch } : one)) })
  return (
    <Card title={t('care.partRules')}>
      <RowsField<PartDraft>
        legend={t('care.partRulesLegend')}
        description={t('care.partRulesHow')}
        fault={fault('/parts')}
        add={t('care.do.addPart')}
        rows={draft.parts}
        nameOf={row => [...(row.items ?? []), ...(row.positions ?? [])].join(', ')}
        onAdd={() => set({ parts: [...draft.parts, keyed({ replacement: 'remainder' })] })}
        onChange={parts => set({ parts })}
      >
        {(row, n) => (
          <div className="field-pair">
            <ItemsField
              label={t('care.field.items')}
              values={row.items}
              error={fault(`/parts/${n}/items`)}
              onChange={items => change(row, { items })}
            />
            <WordsField
              label={t('care.field.positions')}
              values={row.positions}
              error={fault(`/parts/${n}/positions`)}
              onChange={positions => change(row, { positions })}
            />
            <Choice
              label={t('care.field.replacement')}
              values={REPLACEMENTS}
              word={one => t(`care.replacement.${one}`)}
              value={oneOf(REPLACEMENTS, row.replacement)}
              error={fault(`/parts/${n}/replacement`)}
              onChange={one => change(row, { replacement: one ?? 'remainder' })}
            />
            {takesPeriod(row.replacement) && (
              <PeriodField
                label={t('care.field.period')}
                value={row.period}
                error={fault(`/parts/${n}/period`)}
                onChange={period => change(row, { period })}
              />
            )}
            {row.replacement === 'atLeast' && (
              <PeriodField
                label={t('care.field.atLeast')}
                value={row.atLeast}
                error={fault(`/parts/${n}/atLeast`)}
                onChange={atLeast => change(row, { atLeast })}
              />
            )}
          </div>
        )}
      </RowsField>
    </Card>
  )
}

const EXCLUSIONS = ['code', 'opened', 'foreignPart'] as const

/** What it is not for. */
function Exclusions({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  const change = (row: ExclusionDraft, next: Omit<ExclusionDraft, 'key'>) =>
    set({ exclusions: draft.exclusions.map(one => (one.key === row.key ? { ...next, key: row.key } : one)) })
  return (
    <Card title={t('care.exclusions')}>
      <RowsField<ExclusionDraft>
        legend={t('care.exclusionsLegend')}
        fault={fault('/exclusions')}
        add={t('care.do.addExclusion')}
        rows={draft.exclusions}
        nameOf={row => row.code ?? row.state ?? ''}
        onAdd={() => set({ exclusions: [...draft.exclusions, keyed({ state: 'opened' })] })}
        onChange={exclusions => set({ exclusions })}
      >
        {(row, n) => (
          <div className="field-pair">
            <Choice
              label={t('care.field.exclusion')}
              values={EXCLUSIONS}
              word={one => t(`care.exclusion.${one}`)}
              value={oneOf(EXCLUSIONS, row.state ?? 'code')}
              error={fault(`/exclusions/${n}`) ?? fault(`/exclusions/${n}/state`)}
              onChange={one => change(row, one === 'code' || one === undefined ? { code: '' } : { state: one })}
            />
            {row.state === undefined && (
              <CodeField
                label={t('quality.field.code')}
                value={row.code ?? ''}
                error={fault(`/exclusions/${n}/code`)}
                onChange={code => change(row, { code })}
              />
            )}
            {row.state === 'foreignPart' && (
              <>
                <WordsField
                  label={t('care.field.positions')}
                  values={row.positions}
                  error={fault(`/exclusions/${n}/positions`)}
                  onChange={positions => change(row, { ...row, positions })}
                />
                <ItemsField
                  label={t('care.field.genuine')}
                  values={row.genuine}
                  error={fault(`/exclusions/${n}/genuine`)}
                  onChange={genuine => change(row, { ...row, genuine })}
                />
              </>
            )}
          </div>
        )}
      </RowsField>
    </Card>
  )
}

function Rules({ draft, set, fault }: PartProps) {
  const { t } = useTexts()
  return (
    <Card title={t('care.rules')}>
      <div className="care-form">
        <Checkbox
          label={t('care.transferable')}
          checked={draft.transferable}
          onChange={e => set({ transferable: e.currentTarget.checked })}
        />
        <Checkbox
          label={t('care.stopInRepair')}
          checked={draft.stopInRepair}
          onChange={e => set({ stopInRepair: e.currentTarget.checked })}
        />
        <Checkbox
          label={t('care.perSerial')}
          checked={draft.perSerial ?? false}
          onChange={e => set({ perSerial: e.currentTarget.checked })}
        />
        <Choice
          label={t('care.field.public')}
          values={SHOWN_TO}
          word={one => t(`care.shownTo.${one}`)}
          value={oneOf(SHOWN_TO, draft.public)}
          error={fault('/public')}
          onChange={one => set({ public: one ?? 'no' })}
        />
        <Switch
          label={t('care.inUse')}
          checked={draft.active}
          onChange={e => set({ active: e.currentTarget.checked })}
        />
      </div>
    </Card>
  )
}
