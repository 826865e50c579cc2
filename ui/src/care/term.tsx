// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api, Problem, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { oneOf } from '../quality/words'
import { useMe } from '../shell/session'
import { pathOf } from './addresses'
import { TERM_KINDS, type Term, type TermVersion } from './model'
import { promiseOf } from './promise'
import { CareTabs } from './tabs'
import { blankTerm, bodyOf, draftOf, type TermDraft } from './term-draft'
import { TermFields } from './term-fields'
import { TryBox } from './try-box'
import { useTerm } from './use-care'

/** One term: what it promises in plain words, its fields, and a box that says what it would mean for a serial. */
export function TermPage() {
  const { code } = useParams()
  const kept = useTerm(code ?? null)
  if (code === undefined) {
    return <Edit kept={null} />
  }
  if (kept.isError && kept.data === undefined) {
    return <ProblemNotice error={kept.error} retry={() => void kept.refetch()} />
  }
  return kept.data === undefined ? <Waiting /> : <Edit key={kept.data.tag} kept={kept.data} />
}

function Edit({ kept }: { kept: { value: Term; tag: string | null } | null }) {
  const { t } = useTexts()
  const maySettle = useMe().may.includes('settle')
  const [draft, setDraft] = useState<TermDraft>(() => (kept === null ? blankTerm() : draftOf(kept.value)))
  const set = (patch: Partial<TermDraft>) => setDraft(now => ({ ...now, ...patch }))
  const { keep, error, busy } = useKeep(kept)
  const term = kept?.value
  const body = bodyOf(draft)
  const dirty = term === undefined || JSON.stringify(body) !== JSON.stringify(bodyOf(draftOf(term)))
  return (
    <div className="page-parts care">
      <PageHead
        title={term?.name ?? t('care.do.newTerm')}
        over={term && <span className="code">{term.code}</span>}
        states={
          term && (
            <>
              <StateChip state="info">{t(`care.kind.${oneOf(TERM_KINDS, term.kind) ?? 'commercial'}`)}</StateChip>
              {!term.active && <StateChip state="gone">{t('care.inactive')}</StateChip>}
              <span className="muted small">{t('care.version', { n: term.version })}</span>
            </>
          )
        }
      />
      <CareTabs open="terms" />
      <div className="columns care-editor">
        <form
          noValidate
          className="stack"
          aria-label={t('care.field.term')}
          onSubmit={e => {
            e.preventDefault()
            void keep(body)
          }}
        >
          <fieldset className="care-all" disabled={!maySettle}>
            <TermFields draft={draft} set={set} fault={faultsOf(error)} isNew={term === undefined} />
          </fieldset>
          {error !== null && <ProblemNotice error={restOf(error, SHOWN)} />}
          {maySettle && (
            <div className="form-buttons care-foot">
              <Button
                type="submit"
                size="md"
                loading={busy}
                disabled={!dirty || body.code === '' || body.name === '' || body.coverages.length === 0}
              >
                {t('masters.save')}
              </Button>
              {dirty && term !== undefined && (
                <Button variant="default" size="md" onClick={() => setDraft(draftOf(term))}>
                  {t('masters.cancel')}
                </Button>
              )}
            </div>
          )}
        </form>
        <div className="stack care-beside">
          <Card title={t('care.promises')}>
            <ul className="care-promise">
              {promiseOf(body, t).map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Card>
          <TryBox term={body} />
          {term !== undefined && <Versions code={term.code} />}
        </div>
      </div>
    </div>
  )
}

const SHOWN =
  /^\/(code|name|kind|supplier|rank|public|scope|start|latestStart|timeZone|coverages|parts|exclusions|extends)(\/|$)/

/** Keeps a new term, or another version of one unless somebody else was faster. */
function useKeep(kept: { value: Term; tag: string | null } | null) {
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const keep = async (body: Omit<Term, 'version'>) => {
    setBusy(true)
    setError(null)
    try {
      if (kept === null) {
        await api.post('/terms', body)
        void navigate(pathOf('terms', body.code))
      } else {
        await api.put(`/terms/${segment(kept.value.code)}`, body, kept.tag === null ? {} : { 'If-Match': kept.tag })
      }
      void forgetAnswers()
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        void forgetAnswers()
      }
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return { keep, error, busy }
}

/** Who changed it when. */
function Versions({ code }: { code: string }) {
  const { t } = useTexts()
  const versions = useQuery({
    queryKey: ['care', 'terms', code, 'versions'],
    queryFn: ({ signal }) => api.get<TermVersion[]>(`/terms/${segment(code)}/versions`, {}, signal),
  })
  return (
    <Card title={t('masters.history')}>
      {versions.isError && <ProblemNotice error={versions.error} />}
      <ol className="timeline">
        {[...(versions.data ?? [])].reverse().map(one => (
          <li key={one.version}>
            <b>{t('care.version', { n: one.version })}</b>
            <div className="muted small">
              {one.changedBy}, <Ago at={one.changedAt} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
