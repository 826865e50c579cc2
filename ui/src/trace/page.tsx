// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { AnswerPage } from './answer'
import { Ask } from './ask'
import { hasSeed, keyOf, paramsOf, type Question, questionOf } from './question'
import './trace.css'

/** Where did it go, and what is in it: the whole question stands in the address. */
export default function Trace() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const question = useMemo(() => questionOf(params), [params])

  const ask = (next: Question) =>
    setParams(now => {
      const show = now.get('show')
      return new URLSearchParams({ ...paramsOf(next), ...(show === null ? {} : { show }) })
    })

  return (
    <div className="page-parts">
      {hasSeed(question) ? (
        <AnswerPage
          key={keyOf(question)}
          question={question}
          onAsk={ask}
          form={<Ask question={question} onAsk={ask} />}
        />
      ) : (
        <>
          <PageHead title={t('shell.to.trace')} over={t(`trace.asks.${question.direction}`)} />
          <Ask question={question} onAsk={ask} />
          <Card>
            <Empty title={t('trace.begin')}>{t('trace.beginHow')}</Empty>
          </Card>
        </>
      )}
    </div>
  )
}
