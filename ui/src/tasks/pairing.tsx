// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconLink, IconX } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { StateChip, StateSign } from '../parts/state'
import { labelOf, size, stateOf } from './board'
import { countable, type Draft, type DraftLine, type Head } from './draft'
import type { Task } from './use-task'

/** Says of the chosen output that an input went into it, or takes it back. */
export function toggled(draft: Draft, input: string): Draft {
  const lines = draft.lines.map(line => {
    if (line.key !== draft.head.output) {
      return line
    }
    const of = line.of ?? []
    return { ...line, of: of.includes(input) ? of.filter(key => key !== input) : [...of, input] }
  })
  return { ...draft, head: { ...draft.head, pairing: 'known' }, lines }
}

/** The inputs of a run; with several outputs it is asked what went into what: choose an output, then its inputs. */
export function Pairing({ task }: { task: Task }) {
  const { t } = useTexts()
  const { draft, setHead, edit } = task
  const head: Head = draft?.head ?? {}
  const lines = draft?.lines ?? []
  const inputs = lines.filter(line => line.side === 'in')
  const outputs = lines.filter(line => line.side === 'out' && countable(line))
  const asks = head.mode === 'several' && outputs.length > 1 && inputs.length > 0
  const pairs = asks && head.pairing !== 'unknown'
  const chosen = pairs ? outputs.find(output => output.key === head.output) : undefined
  return (
    <>
      {asks && (
        <Card title={t('tasks.make.pairing')}>
          <SegmentedControl
            aria-label={t('tasks.make.pairing')}
            value={head.pairing === 'unknown' ? 'unknown' : 'known'}
            onChange={pairing => setHead({ pairing, output: '' })}
            data={[
              { value: 'known', label: t('tasks.make.pairs') },
              { value: 'unknown', label: t('tasks.make.notKnown') },
            ]}
            size="md"
            fullWidth
          />
          {pairs && <p className="muted small">{t('tasks.make.pairingHow')}</p>}
          {pairs && (
            <ul className="choices">
              {outputs.map(output => (
                <li key={output.key}>
                  <UnstyledButton
                    className="choice"
                    aria-pressed={output === chosen}
                    onClick={() => setHead({ pairing: 'known', output: output === chosen ? '' : output.key })}
                  >
                    <span className="choice-words">
                      <span className="code">{labelOf(output)}</span>
                      <span className="muted small">
                        {t('tasks.make.of', { count: linked(output, inputs).length })}
                      </span>
                    </span>
                    {linked(output, inputs).length > 0 && <StateSign state="ok" />}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {inputs.length > 0 && (
        <Card title={chosen ? t('tasks.make.inputsOf', { output: labelOf(chosen) }) : t('tasks.make.inputs')}>
          <ul className="choices">
            {inputs.map(input => (
              <li key={input.key} className="line" data-state={stateOf(input)}>
                <UnstyledButton
                  className="choice"
                  aria-pressed={chosen?.of?.includes(input.key) ?? false}
                  onClick={() =>
                    chosen ? edit(d => toggled(d, input.key)) : task.say({ about: 'line', key: input.key })
                  }
                >
                  <StateSign state={stateOf(input)} />
                  <span className="choice-words">
                    <span className="code">{labelOf(input)}</span>
                    <span className="muted small">{[input.name, size(input)].filter(Boolean).join(' · ')}</span>
                    {input.verdict.is === 'refused' && (
                      <span className="small line-why">{input.verdict.detail || input.verdict.title}</span>
                    )}
                  </span>
                  {input.verdict.is === 'asks' && <StateChip state="held">{t('tasks.missing')}</StateChip>}
                  {chosen?.of?.includes(input.key) && <IconLink size={18} aria-hidden />}
                </UnstyledButton>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={44}
                  aria-label={t('tasks.remove', { code: labelOf(input) })}
                  disabled={draft?.sent}
                  onClick={() => task.remove(input.key)}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function linked(output: DraftLine, inputs: DraftLine[]): string[] {
  return (output.of ?? []).filter(key => inputs.some(input => input.key === key))
}
