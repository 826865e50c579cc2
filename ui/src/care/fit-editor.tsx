// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Button, Drawer, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { Choice, Line, Words } from '../parts/fields'
import { ProblemNotice } from '../parts/notices'
import { bodyOf, draftOf, isAskable, type RuleDraft } from './fit-draft'
import { ENFORCEMENTS, type FitRule, oneOf, RELATIONS } from './fit-model'
import { SelectionFields } from './fit-selection'
import { TryBox } from './fit-try'
import { FindingList } from './fit-words'

const SHOWN = /^\/(code|name|relation|subject|object|validFrom|validTo|reason|enforce)/

/** A rule being written, with what is odd about it among the others and a box to try it in. */
export function EditRule({ rule, close }: { rule: FitRule | null; close: () => void }) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const set = (patch: Partial<RuleDraft>) => setDraft(now => ({ ...now, ...patch }))
  const relation = oneOf(RELATIONS, draft.relation) ?? 'fits'
  const keep = async () => {
    setBusy(true)
    setError(null)
    try {
      const body = bodyOf(draft, rule?.version)
      await (rule === null ? api.post('/fit-rules', body) : api.put(`/fit-rules/${segment(rule.code)}`, body))
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
      size={720}
      transitionProps={{ duration: 0 }}
      title={rule?.name ?? t('fit.do.newRule')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <form
        noValidate
        className="fit-form"
        onSubmit={e => {
          e.preventDefault()
          void keep()
        }}
      >
        <div className="field-pair">
          {rule === null && (
            <Line
              code
              label={t('fit.field.code')}
              value={draft.code}
              error={fault('/code')}
              onChange={code => set({ code })}
            />
          )}
          <Line
            label={t('fit.field.name')}
            value={draft.name}
            error={fault('/name')}
            onChange={name => set({ name })}
          />
          <Choice
            label={t('fit.field.relation')}
            values={RELATIONS}
            word={one => t(`fit.relation.${one}`)}
            value={relation}
            error={fault('/relation')}
            onChange={next => set({ relation: next ?? 'fits' })}
          />
        </div>
        <SelectionFields
          legend={t('fit.subject')}
          description={t(`fit.subjectHow.${relation}`)}
          selection={draft.subject}
          fault={pointer => fault(`/subject${pointer}`)}
          onChange={subject => set({ subject })}
        />
        <SelectionFields
          legend={t('fit.object')}
          description={t(`fit.objectHow.${relation}`)}
          selection={draft.object}
          fault={pointer => fault(`/object${pointer}`)}
          onChange={object => set({ object })}
        />
        <Force draft={draft} set={set} fault={fault} />
        <Findings draft={draft} version={rule?.version} />
        {isAskable(draft) && relation !== 'replacedBy' && <TryBox draft={draft} />}
        {error !== null && <ProblemNotice error={restOf(error, SHOWN)} />}
        <div className="form-buttons">
          <Button variant="default" size="md" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" size="md" loading={busy} disabled={draft.code.trim() === '' || !isAskable(draft)}>
            {t('fit.do.keep')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}

type ForceProps = {
  draft: RuleDraft
  set: (patch: Partial<RuleDraft>) => void
  fault: (pointer: string) => string | undefined
}

/** When the rule holds, and what it does at the scan. */
function Force({ draft, set, fault }: ForceProps) {
  const { t } = useTexts()
  return (
    <>
      <div className="field-pair">
        <Line
          type="date"
          label={t('fit.field.validFrom')}
          value={draft.validFrom ?? ''}
          error={fault('/validFrom')}
          onChange={validFrom => set({ validFrom })}
        />
        <Line
          type="date"
          label={t('fit.field.validTo')}
          value={draft.validTo ?? ''}
          error={fault('/validTo')}
          onChange={validTo => set({ validTo })}
        />
        {draft.relation !== 'replacedBy' &&
          (['install', 'ship'] as const).map(occasion => (
            <Choice
              key={occasion}
              label={t(`fit.field.${occasion}`)}
              values={ENFORCEMENTS}
              word={one => t(`fit.enforce.${one}`)}
              value={oneOf(ENFORCEMENTS, draft.enforce[occasion])}
              error={fault(`/enforce/${occasion}`)}
              onChange={does => set({ enforce: { ...draft.enforce, [occasion]: does ?? 'none' } })}
            />
          ))}
      </div>
      <Words
        label={t('fit.field.reason')}
        description={t('fit.reasonHow')}
        rows={2}
        value={draft.reason ?? ''}
        error={fault('/reason')}
        onChange={reason => set({ reason })}
      />
      <Switch label={t('fit.active')} checked={draft.active} onChange={e => set({ active: e.currentTarget.checked })} />
    </>
  )
}

/** Gaps, overlaps and contradictions, asked for while the rule is being written. */
function Findings({ draft, version }: { draft: RuleDraft; version: number | undefined }) {
  const { t } = useTexts()
  const [body] = useDebouncedValue(JSON.stringify(bodyOf(draft, version)), 400)
  const { data } = useQuery({
    queryKey: ['care', 'fit-check', body],
    queryFn: ({ signal }) => {
      const rule = JSON.parse(body)
      return api.post<FitRule>('/fit-rules:check', { ...rule, code: rule.code || t('fit.draftCode') }, {}, signal)
    },
    enabled: isAskable(draft),
    // What is half written is refused; the form says so when it is kept.
    retry: false,
  })
  const findings = data?.findings ?? []
  return findings.length === 0 ? null : (
    <fieldset className="fit-side" aria-live="polite">
      <legend>{t('fit.findings')}</legend>
      <div className="muted small">{t('fit.findingsHow')}</div>
      <FindingList findings={findings} />
    </fieldset>
  )
}
