// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count, day, quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { countryName, languageName } from '../parts/fields'
import { NOTICE_CHANNELS, NOTICE_KINDS, STAGES, type Step } from './model'
import { numbersOf, seedsOf } from './seeds'

/** As many codes as a step names in a line. */
const SHOWN = 8

/** What a step said, in a line or two. */
export function StepWords({ step }: { step: Step }) {
  const { t } = useTexts()
  switch (step.type) {
    case 'note':
      return <Text>{step.text}</Text>
    case 'investigate':
      return <Text>{step.findings}</Text>
    case 'evaluateHazard':
      return (
        <Text>
          {[
            step.hazard,
            step.severity && t(`recalls.severity.${step.severity}`),
            step.likelihood && t(`recalls.likelihood.${step.likelihood}`),
            step.conclusion,
          ]}
        </Text>
      )
    case 'ask':
      return <Codes of={seedsOf(step.question).map(seed => numbersOf(seed).join(' '))} />
    case 'decide':
      return (
        <Text>
          {[
            t(step.action === 'act' ? 'recalls.action.act' : 'recalls.action.none'),
            step.hazardClass && t(`recalls.hazardClass.${step.hazardClass}`),
            step.depth && t(`recalls.depth.${step.depth}`),
            step.countries?.map(countryName).join(', '),
            step.cage,
            step.reason,
          ]}
        </Text>
      )
    case 'scoped':
      return (
        <Text>
          {[
            t('scopes.version', { n: count(step.version) }),
            t('scopes.units', { count: step.units, n: count(step.units) }),
            t('recalls.differs', {
              added: count(step.added),
              removed: count(step.removed),
              changed: count(step.changed),
            }),
          ]}
        </Text>
      )
    case 'release':
      return <Text>{[t('scopes.version', { n: count(step.version ?? 0) }), step.reason]}</Text>
    case 'free':
      return (
        <>
          <Text>{step.reason}</Text>
          <Codes of={step.units ?? []} />
        </>
      )
    case 'notified':
      return <Notified kind={step.kind} channel={step.channel} consignees={step.consignees} />
    case 'answer':
      return (
        <Text>
          {[
            step.consignee,
            step.channel && t(`recalls.channel.${step.channel}`),
            step.by,
            ...(step.lines ?? []).map(line => line.item),
            step.text,
          ]}
        </Text>
      )
    case 'pull':
      return <Pulled lines={step.lines ?? []} />
    case 'drawSample':
      return (
        <>
          {step.level && <Text>{t(`recalls.level.${step.level}`)}</Text>}
          <Codes of={step.consignees ?? []} />
        </>
      )
    case 'check':
      return (
        <Text>
          {[
            step.consignee,
            step.method && t(`recalls.method.${step.method}`),
            step.result && t(`recalls.result.${step.result}`),
            step.text,
          ]}
        </Text>
      )
    case 'dispose':
      return (
        <>
          <Text>
            {[
              step.how && t(`recalls.how.${step.how}`),
              [step.qty && quantity(step.qty), step.item, step.lot].filter(Boolean).join(' '),
              step.day && day(step.day),
              step.witness,
              step.certificate,
              step.text,
            ]}
          </Text>
          {step.entry !== undefined && (
            <Link to={`/entries/${step.entry}`}>{t('scopes.entry', { seq: count(step.entry) })}</Link>
          )}
        </>
      )
    case 'remedy':
      return (
        <>
          <Text>{[step.item, step.what, step.day && day(step.day)]}</Text>
          <Codes of={step.serials ?? []} />
        </>
      )
    case 'publish':
      return (
        <Text>
          {Object.keys(step.texts ?? {})
            .map(languageName)
            .join(', ')}
        </Text>
      )
    case 'facts':
      return <Codes of={Object.keys(step.facts ?? {})} />
    case 'advance':
      return <Advanced to={step.to} reason={step.reason} />
    case 'close':
    case 'reopen':
      return <Text>{step.reason}</Text>
    case 'undo':
      return <Text>{[t('recalls.stepN', { n: count(step.step ?? 0) }), step.reason]}</Text>
  }
}

function Text({ children }: { children: undefined | string | readonly (string | undefined)[] }) {
  const parts = (typeof children === 'string' || children === undefined ? [children] : children).filter(Boolean)
  return parts.length === 0 ? null : <div className="long-text">{parts.join(' · ')}</div>
}

function Codes({ of }: { of: readonly string[] }) {
  return (
    of.length > 0 && (
      <div className="recall-codes">
        {of.slice(0, SHOWN).map(code => (
          <Code key={code}>{code}</Code>
        ))}
        {of.length > SHOWN && <span className="muted small">+{count(of.length - SHOWN)}</span>}
      </div>
    )
  )
}

function Notified({ kind, channel, consignees }: { kind: string; channel: string; consignees: string[] }) {
  const { t } = useTexts()
  const what = NOTICE_KINDS.find(one => one === kind)
  const way = NOTICE_CHANNELS.find(one => one === channel)
  return (
    <>
      <Text>
        {[what && t(`recalls.noticeKind.${what}`), way && t(`recalls.channel.${way}`), count(consignees.length)]}
      </Text>
      <Codes of={consignees} />
    </>
  )
}

function Pulled({ lines }: { lines: readonly { missing?: boolean; place?: string }[] }) {
  const { t } = useTexts()
  const missing = lines.filter(line => line.missing).length
  const places = [...new Set(lines.flatMap(line => line.place ?? []))]
  return (
    <>
      <Text>
        {[
          t('recalls.doneN', { n: count(lines.length - missing) }),
          missing > 0 ? t('recalls.missingN', { n: count(missing) }) : undefined,
        ]}
      </Text>
      <Codes of={places} />
    </>
  )
}

function Advanced({ to, reason }: { to: string | undefined; reason: string | undefined }) {
  const { t } = useTexts()
  const stage = STAGES.find(one => one === to)
  return <Text>{[stage && t(`recalls.stage.${stage}`), reason]}</Text>
}
