// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Choice, said, Words } from '../parts/fields'
import { CHECK_METHODS, CHECK_RESULTS, type Consignee, type Recall } from './model'
import { StepForm } from './step-form'

const YES_NO = ['yes', 'no'] as const

type YesNo = (typeof YES_NO)[number]
type Method = (typeof CHECK_METHODS)[number]
type Result = (typeof CHECK_RESULTS)[number]

/** One effectiveness check: had the notice come, and was it followed? */
export function CheckForm({ recall, one, done }: { recall: Recall; one: Consignee; done: () => void }) {
  const { t } = useTexts()
  const [method, setMethod] = useState<Method>('phone')
  const [received, setReceived] = useState<YesNo>()
  const [acted, setActed] = useState<YesNo>()
  const [chosen, setResult] = useState<Result>()
  const [text, setText] = useState('')
  const result = chosen ?? resultOf(received, acted)
  const reached = result !== 'unreachable'
  return (
    <StepForm
      recall={recall}
      shown={/^\/(method|received|acted|result|text)$/}
      step={() => ({
        type: 'check',
        consignee: one.code,
        method,
        received: reached ? truth(received) : undefined,
        acted: reached ? truth(acted) : undefined,
        result,
        text: said(text),
      })}
      submit={t('recalls.do.keepCheck')}
      ready={result !== undefined}
      done={done}
      cancel={done}
    >
      {fault => (
        <>
          <div className="form-two">
            <Choice
              label={t('recalls.field.method')}
              values={CHECK_METHODS}
              word={value => t(`recalls.method.${value}`)}
              value={method}
              error={fault('/method')}
              onChange={next => setMethod(next ?? 'phone')}
            />
            <Choice
              label={t('recalls.field.received')}
              values={YES_NO}
              word={value => t(`lookup.${value}`)}
              value={received}
              error={fault('/received')}
              onChange={setReceived}
              clearable
            />
            <Choice
              label={t('recalls.field.acted')}
              values={YES_NO}
              word={value => t(`lookup.${value}`)}
              value={acted}
              error={fault('/acted')}
              onChange={setActed}
              clearable
            />
            <Choice
              label={t('recalls.field.result')}
              values={CHECK_RESULTS}
              word={value => t(`recalls.result.${value}`)}
              value={result}
              error={fault('/result')}
              onChange={setResult}
            />
          </div>
          <Words label={t('recalls.field.remark')} value={text} error={fault('/text')} onChange={setText} rows={2} />
        </>
      )}
    </StepForm>
  )
}

const truth = (answer: YesNo | undefined) => (answer === undefined ? undefined : answer === 'yes')

/** What two answers amount to, as a proposal. */
function resultOf(received: YesNo | undefined, acted: YesNo | undefined): Result | undefined {
  if (received === 'no' || acted === 'no') {
    return 'ineffective'
  }
  return received === 'yes' && acted === 'yes' ? 'effective' : undefined
}
