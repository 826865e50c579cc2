// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { MoreButton } from '../lookup/more-button'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { Rows } from '../parts/rows'
import { NumberStateChip } from './block-bar'
import { type Kind, type NumberState, STATES } from './model'
import { useNumbers } from './use-numbering'

const PAUSE_MS = 250

/** Each number with its state; narrowed by its beginning and its state. */
export function Numbers({ item, kind }: { item: string; kind: Kind }) {
  const { t } = useTexts()
  const [state, setState] = useState<NumberState | ''>('')
  const [text, setText] = useState('')
  const [prefix] = useDebouncedValue(text.trim(), PAUSE_MS)
  const pages = useNumbers(item, kind, { state: state || undefined, prefix: prefix || undefined })
  const numbers = pages.data?.pages.flatMap(page => page.items)
  return (
    <Card title={t('numbering.numbers')}>
      <div className="number-filters no-print">
        <TextInput
          size="md"
          label={t('numbering.prefix')}
          value={text}
          onChange={e => setText(e.currentTarget.value)}
          spellCheck={false}
          classNames={{ input: 'code' }}
        />
        <Select
          size="md"
          label={t('numbering.stateOf')}
          data={[
            { value: '', label: t('numbering.anyState') },
            ...STATES.map(value => ({ value, label: t(`numbering.state.${value}`) })),
          ]}
          value={state}
          allowDeselect={false}
          onChange={value => setState(STATES.find(known => known === value) ?? '')}
        />
      </div>
      {pages.isError && numbers === undefined ? (
        <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      ) : numbers === undefined ? (
        <Waiting />
      ) : numbers.length === 0 ? (
        <Empty title={t('numbering.noNumbers')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section className="number-rows" tabIndex={0} aria-label={t('numbering.numbers')}>
          <Rows words={[t('numbering.number'), t('numbering.stateOf'), t('numbering.reason')]}>
            {numbers.map(one => (
              <tr key={one.number}>
                <td>
                  <Code>{one.number}</Code>
                </td>
                <td>
                  <NumberStateChip state={one.state} />
                </td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </Rows>
        </section>
      )}
      <MoreButton of={pages} />
    </Card>
  )
}
