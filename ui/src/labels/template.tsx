// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { CopyTemplate } from './copy-template'
import { ElementList } from './element-list'
import type { Template } from './model'
import { Sampled } from './sampled'
import { TemplateEditor } from './template-editor'

export const templateQuestion = (code: string) => ['label-templates', code]

/** A template: how it looks with something real on it, and for those who may, the way to change it. */
export function TemplatePage() {
  const { code = '' } = useParams()
  const { t } = useTexts()
  const mayChange = useMe().may.includes('masters')
  const [copying, setCopying] = useState(false)
  const answer = useQuery({
    queryKey: templateQuestion(code),
    queryFn: ({ signal }) => api.get<Template>(`/label-templates/${segment(code)}`, {}, signal),
  })
  const template = answer.data
  if (answer.isError && template === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (template === undefined) {
    return <Waiting rows={6} />
  }
  return (
    <div className="page-parts">
      <PageHead
        title={template.name}
        over={
          <>
            <Link to="/labels/templates">{t('labels.tab.templates')}</Link> · <Code>{template.code}</Code>
          </>
        }
        states={
          <>
            <StateChip state="info">{t(`labels.about.${template.about}`)}</StateChip>
            {template.builtIn && <StateChip state="gone">{t('labels.builtIn')}</StateChip>}
          </>
        }
        actions={
          mayChange && (
            <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setCopying(true)}>
              {t('labels.copyTemplate')}
            </Button>
          )
        }
      />
      {mayChange && !template.builtIn ? (
        <TemplateEditor key={template.code} template={template} />
      ) : (
        <div className="template-columns">
          <Card title={t('labels.looksLike')}>
            <Sampled template={template} draft={null} />
          </Card>
          <Card title={t('labels.elements')}>
            <ElementList elements={template.elements} />
          </Card>
        </div>
      )}
      {copying && <CopyTemplate template={template} close={() => setCopying(false)} />}
    </div>
  )
}
