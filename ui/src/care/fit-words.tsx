// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { Code, ItemLink } from '../parts/code'
import { type State, StateChip } from '../parts/state'
import {
  ANSWERS,
  ENFORCEMENTS,
  FINDINGS,
  type Finding,
  type FitRule,
  oneOf,
  RELATIONS,
  type Selection,
} from './fit-model'

const ANSWER_SIGNS: Record<(typeof ANSWERS)[number], State> = { yes: 'ok', no: 'bad', unknown: 'unknown' }

/** Yes, no or unknown. */
export function FitChip({ answer }: { answer: string }) {
  const { t } = useTexts()
  const known = oneOf(ANSWERS, answer) ?? 'unknown'
  return <StateChip state={ANSWER_SIGNS[known]}>{t(`fit.answer.${known}`)}</StateChip>
}

/** What narrows a selection within its item, in a line. */
function useNarrowing() {
  const { t } = useTexts()
  return (selection: Selection) =>
    [
      selection.revisions && t('fit.said.revisions', { list: selection.revisions.join(', ') }),
      selection.lots && t('fit.said.lots', { list: selection.lots.join(', ') }),
      selection.serials &&
        t('fit.said.serials', {
          list: selection.serials.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join(', '),
        }),
      (selection.madeFrom || selection.madeTo) &&
        t('fit.said.made', { from: selection.madeFrom ?? '…', to: selection.madeTo ?? '…' }),
      ...(selection.versions ?? []).map(({ name, from, to }) => `${name} ${from ?? '…'} – ${to ?? '…'}`),
      ...(selection.has ?? []).map(({ item, revisions, position }) =>
        t('fit.said.has', { part: [item, revisions?.join('/'), position].filter(Boolean).join(' ') }),
      ),
    ]
      .filter(Boolean)
      .join(' · ')
}

function Side({ selection }: { selection: Selection }) {
  const narrowing = useNarrowing()(selection)
  return (
    <>
      <ItemLink code={selection.item ?? ''} />
      {narrowing !== '' && <span className="muted small"> ({narrowing})</span>}
    </>
  )
}

/** What a rule says, as a sentence: the object, the relation, the subject. */
export function RuleSentence({ rule }: { rule: FitRule }) {
  const { t } = useTexts()
  const relation = oneOf(RELATIONS, rule.relation)
  // A product needs, excludes or is replaced by something; something fits a product.
  const [first, second] = relation === 'fits' ? [rule.object, rule.subject] : [rule.subject, rule.object]
  return (
    <span>
      <Side selection={first} /> {relation && t(`fit.relationWord.${relation}`)} <Side selection={second} />
    </span>
  )
}

/** What a rule does at the scan; nothing when it does nothing. */
export function EnforceChips({ rule }: { rule: FitRule }) {
  const { t } = useTexts()
  return (
    <>
      {(['install', 'ship'] as const).map(occasion => {
        const does = oneOf(ENFORCEMENTS, rule.enforce?.[occasion])
        return does === 'warn' || does === 'refuse' ? (
          <StateChip key={occasion} state={does === 'refuse' ? 'bad' : 'held'}>
            {t(`fit.does.${occasion}.${does}`)}
          </StateChip>
        ) : null
      })}
    </>
  )
}

/** What is odd about a rule among the others. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const { t } = useTexts()
  return (
    <ul className="fit-list">
      {findings.map(({ type, detail, from, to, rules }) => {
        const known = oneOf(FINDINGS, type)
        return (
          <li key={`${type} ${from} ${to} ${rules.join(' ')}`}>
            <StateChip state={type === 'contradiction' ? 'bad' : 'held'}>
              {known === undefined ? type : t(`fit.finding.${known}`)}
            </StateChip>{' '}
            {from !== undefined && to !== undefined && <Code>{from === to ? from : `${from} – ${to}`}</Code>}{' '}
            <span className="small">{detail}</span>
          </li>
        )
      })}
    </ul>
  )
}
