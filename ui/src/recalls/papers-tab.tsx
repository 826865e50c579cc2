// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { address, segment } from '../api/client'
import { currentLanguage } from '../i18n'
import { useTexts } from '../i18n/texts'
import { Choice, said, Words } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMay } from './may'
import type { Paper, PaperField, Recall } from './model'
import { StepForm } from './step-form'
import { apiPath, usePapers } from './use-recalls'

/** The papers that a case gives: each in its formats, and what it still lacks is asked here. */
export function PapersTab({ recall }: { recall: Recall }) {
  const { t } = useTexts()
  const papers = usePapers(recall.number)
  if (papers.isError && papers.data === undefined) {
    return <ProblemNotice error={papers.error} retry={() => void papers.refetch()} />
  }
  if (papers.data === undefined) {
    return <Waiting />
  }
  return (
    <>
      {papers.data.length === 0 && (
        <div className="card">
          <Empty title={t('recalls.noPapers')} />
        </div>
      )}
      {papers.data.map(paper => (
        <PaperCard key={paper.name} recall={recall} paper={paper} />
      ))}
    </>
  )
}

function PaperCard({ recall, paper }: { recall: Recall; paper: Paper }) {
  const { t } = useTexts()
  const may = useMay(recall)
  const lacks = paper.missing.length
  // What is not complete, and what is about a drill, is given as a draft.
  const isDraft = lacks > 0 || recall.kind === 'mock'
  const asked = [...paper.missing, ...paper.optional]
  return (
    <Card title={paper.title}>
      <div className="recall-chips">
        <StateChip state={lacks === 0 ? 'ok' : 'held'}>
          {lacks === 0 ? t('recalls.paperWhole') : t('recalls.paperLacks', { count: lacks })}
        </StateChip>
        {paper.formats.map(format => (
          <Button
            key={format}
            component="a"
            href={address(`/api/v1${apiPath(recall.number)}/papers/${segment(paper.name)}`, {
              format,
              lang: currentLanguage(),
              draft: isDraft || undefined,
            })}
            download
            size="compact-md"
            variant="default"
            className="no-print"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t('recalls.download', { title: paper.title, format: format.toUpperCase() })}
          >
            {format.toUpperCase()}
            {isDraft && ` (${t('recalls.draft')})`}
          </Button>
        ))}
      </div>
      {asked.length > 0 && may('facts') && (
        <details className="recall-narrow">
          <summary>{t(lacks > 0 ? 'recalls.giveFacts' : 'recalls.giveMore')}</summary>
          <FactsForm key={asked.map(one => one.field).join()} recall={recall} asked={asked} />
        </details>
      )}
    </Card>
  )
}

/** What the paper asks for and nothing else here says; what is left empty is asked again. */
function FactsForm({ recall, asked }: { recall: Recall; asked: readonly PaperField[] }) {
  const { t } = useTexts()
  const [facts, setFacts] = useState<Record<string, string>>(() =>
    Object.fromEntries(asked.map(({ field }) => [field, recall.facts[field] ?? ''])),
  )
  const given = Object.entries(facts).flatMap(([field, text]) => {
    const value = said(text)
    return value === undefined || value === recall.facts[field] ? [] : [[field, value] as const]
  })
  return (
    <StepForm
      recall={recall}
      shown={/^\/facts\//}
      step={() => ({ type: 'facts', facts: Object.fromEntries(given) })}
      submit={t('recalls.do.keepFacts')}
      ready={given.length > 0}
    >
      {fault =>
        asked.map(({ field, label, hint, options }) =>
          options === undefined ? (
            <Words
              key={field}
              label={label}
              description={hint}
              value={facts[field] ?? ''}
              error={fault(`/facts/${field}`)}
              onChange={value => setFacts({ ...facts, [field]: value })}
              rows={1}
            />
          ) : (
            <Choice
              key={field}
              label={label}
              description={hint}
              values={options}
              word={one => one}
              value={facts[field]}
              error={fault(`/facts/${field}`)}
              onChange={value => setFacts({ ...facts, [field]: value ?? '' })}
              clearable
            />
          ),
        )
      }
    </StepForm>
  )
}
