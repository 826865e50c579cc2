// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { Code, ItemLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { StateSign } from '../parts/state'
import type { FitAnswer, FitRow } from './fit-model'
import { useFits } from './fit-use'
import { FitChip } from './fit-words'

/** Why an answer is as it is: the rules that were weighed, what is missing, and what replaces the thing. */
export function FitReasons({ answer }: { answer: FitAnswer }) {
  const { t } = useTexts()
  return (
    <>
      <ul className="fit-list">
        {answer.rules.map(({ code, relation, decided, detail }) => (
          <li key={`${code} ${relation} ${detail}`} data-decided={decided || undefined}>
            {decided && <StateSign state="info" size={14} />} <Code>{code}</Code>{' '}
            <span className="small">{detail}</span>
            {decided && <span className="muted small"> {t('fit.decided')}</span>}
          </li>
        ))}
        {answer.missing.map(({ code, detail }) => (
          <li key={`${code} ${detail}`}>
            <StateSign state="unknown" size={14} /> <span className="small">{detail}</span>
          </li>
        ))}
      </ul>
      {answer.replacedBy.length > 0 && (
        <p className="small">
          {t('fit.replacedBy')}{' '}
          {answer.replacedBy.map((item, n) => (
            <span key={item}>
              {n > 0 && ', '}
              <ItemLink code={item} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** What fits a thing: every item that a rule names, with its answer and why. */
export function FitAnswers(props: { item: string; serial?: string; lot?: string }) {
  const { item, serial, lot } = props
  const { t } = useTexts()
  const fits = useFits(item, serial, lot)
  if (fits.isError) {
    return <ProblemNotice error={fits.error} retry={() => void fits.refetch()} />
  }
  if (fits.data === undefined) {
    return <Waiting />
  }
  const rows = fits.data.items
  return rows.length === 0 ? (
    <Empty title={t('fit.noAnswers')}>{t('fit.noAnswersHow')}</Empty>
  ) : (
    <ul className="fit-list">
      {rows.map(row => (
        <Row key={row.object.item} row={row} />
      ))}
    </ul>
  )
}

function Row({ row }: { row: FitRow }) {
  const { t } = useTexts()
  return (
    <li>
      <FitChip answer={row.answer} /> <ItemLink code={row.object.item} />{' '}
      <span className="muted">{row.object.name}</span>
      {row.only.length > 0 && <div className="small">{t('fit.only', { which: row.only.join('; ') })}</div>}
      <details>
        <summary className="small">{t('fit.why')}</summary>
        <FitReasons answer={row} />
      </details>
    </li>
  )
}
