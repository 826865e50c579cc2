// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { useRemember } from './remembered'
import { Timeline } from './timeline'

/** The entries behind a document, in the order in which they were recorded. */
export default function DocumentPage() {
  const { number = '' } = useParams()
  const { t } = useTexts()
  useRemember({ kind: 'document', path: `/documents/${segment(number)}`, title: number })
  return (
    <>
      <PageHead title={number} over={t('lookup.kind.document')} heading={<Code>{number}</Code>} />
      <Card title={t('lookup.behind')}>
        <Timeline
          path="/entries"
          query={{ document: number, order: 'oldest' }}
          empty={<Empty title={t('lookup.noDocument')}>{t('lookup.noDocumentWhy')}</Empty>}
        />
      </Card>
    </>
  )
}
