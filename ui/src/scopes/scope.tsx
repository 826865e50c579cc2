// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Tabs } from '@mantine/core'
import { IconRefresh, IconShieldCheck, IconSitemap } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { address } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import { useWords } from '../trace/more'
import { paramsOf, pinned, seedNumber } from '../trace/question'
import { Answer } from './answer'
import { askedAs, versionIn } from './changes'
import { Changes } from './diff'
import { Completeness } from './list'
import type { Scope } from './model'
import { Again, Proven } from './outcome'
import { VersionUnits } from './units'
import { useEvaluate, useScope, useVerify } from './use-scopes'
import { Versions } from './versions'

const TABS = ['answer', 'units', 'changes'] as const

/** One scope: its versions, what each says, and what makes them differ. The address says what is shown. */
export function ScopePage({ id }: { id: string }) {
  const { t } = useTexts()
  const scope = useScope(id)
  if (scope.isError && scope.data === undefined) {
    return (
      <>
        <PageHead title={t('scopes.scope')} />
        <ProblemNotice error={scope.error} retry={() => void scope.refetch()} />
      </>
    )
  }
  return scope.data === undefined ? <Waiting /> : <Shown scope={scope.data} />
}

function Shown({ scope }: { scope: Scope }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const { may } = useMe()
  const last = scope.latest.version
  const version = versionIn(params, 'version') ?? last
  const tab = TABS.find(one => one === params.get('tab')) ?? 'answer'
  const heads = scope.versions ?? [scope.latest]
  const seq = heads.find(head => head.version === version)?.seq ?? scope.latest.seq
  const question = askedAs(scope.question)
  const exact = pinned(question, seq)

  const evaluate = useEvaluate(scope.id, evaluated => {
    if (evaluated.added) {
      const to = String(evaluated.version.version)
      setParams({ version: to, tab: 'changes', from: String(last), to })
    }
  })
  const verify = useVerify(scope.id)
  const show = (next: string | null) =>
    setParams(
      now => {
        const params = new URLSearchParams(now)
        params.set('tab', next ?? 'answer')
        return params
      },
      { replace: true },
    )

  return (
    <div className="page-parts">
      <PageHead
        title={scope.name}
        over={<Over scope={scope} />}
        states={
          <>
            <Completeness complete={scope.latest.complete} />
            <StateChip state="info">
              {t('scopes.versions', { count: scope.versionCount, n: count(scope.versionCount) })}
            </StateChip>
          </>
        }
        actions={
          <>
            {may.includes('recall') && (
              <Button
                leftSection={<IconRefresh size={16} aria-hidden />}
                loading={evaluate.isPending}
                onClick={() => evaluate.mutate()}
              >
                {t('scopes.askAgain')}
              </Button>
            )}
            {may.includes('verify') && (
              <Button
                variant="default"
                leftSection={<IconShieldCheck size={16} aria-hidden />}
                loading={verify.isPending}
                onClick={() => verify.mutate()}
              >
                {t('scopes.verify')}
              </Button>
            )}
            <Button
              component={Link}
              to={address('/trace', paramsOf(exact))}
              variant="default"
              leftSection={<IconSitemap size={16} aria-hidden />}
            >
              {t('scopes.asTrace')}
            </Button>
          </>
        }
      />
      <Again answer={evaluate} />
      <Proven answer={verify} />
      <Versions scope={scope} shown={version} />
      <section className="card" aria-label={t('scopes.shown')}>
        <Tabs value={tab} onChange={show} keepMounted={false}>
          <Tabs.List className="trace-tabs">
            <Tabs.Tab value="answer">{t('scopes.tab.answer', { n: count(version) })}</Tabs.Tab>
            <Tabs.Tab value="units">{t('scopes.tab.units', { n: count(version) })}</Tabs.Tab>
            <Tabs.Tab value="changes">{t('scopes.tab.changes')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="answer">
            <Answer id={scope.id} version={version} />
          </Tabs.Panel>
          <Tabs.Panel value="units">
            <VersionUnits id={scope.id} version={version} question={exact} />
          </Tabs.Panel>
          <Tabs.Panel value="changes">
            <Changes scope={scope} direction={question.direction} />
          </Tabs.Panel>
        </Tabs>
      </section>
    </div>
  )
}

function Over({ scope }: { scope: Scope }) {
  const { t } = useTexts()
  const question = askedAs(scope.question)
  const words = useWords(question.policy)
  return (
    <>
      {t('scopes.scope')} · {t(`trace.asks.${question.direction}`)} <Code>{seedNumber(question.seed)}</Code> · {words} ·{' '}
      {t('scopes.frozenBy', { who: scope.actor })} <Ago at={scope.createdAt} />
    </>
  )
}
