// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Item } from '../api/model'
import { useSendOnce } from '../api/send-once'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { PrintButton } from '../labels/print-button'
import { faultsOf, restOf } from '../masters/faults'
import { Code } from '../parts/code'
import { Copyable } from '../parts/copyable'
import { ProblemNotice } from '../parts/notices'
import { StateSign } from '../parts/state'
import { NumberDrawer } from './drawer'
import { jobOfBlock } from './job'
import { lastSaid, rememberSaid, SAID } from './last-said'
import type { Kind, Rule, Taken } from './model'
import { fieldsIn } from './parts'

const POINTERS = /^\/(count|line|shift|site|on|lot)$/

/** Numbers that are copied at once, at the most. */
const COPIED_MAX = 10_000

/** Takes numbers: so many, for this line and shift; then they can be printed at once. */
export function TakeDrawer(props: { item: Item; kind: Kind; rule: Rule; close: () => void }) {
  const { item, kind, rule, close } = props
  const { t } = useTexts()
  const [taken, setTaken] = useState<Taken | null>(null)
  return (
    <NumberDrawer title={t('numbering.take')} close={close}>
      {taken === null ? (
        <TakeForm item={item} kind={kind} rule={rule} done={setTaken} close={close} />
      ) : (
        <TakenNumbers taken={taken} close={close} />
      )}
    </NumberDrawer>
  )
}

function TakeForm(props: { item: Item; kind: Kind; rule: Rule; done: (taken: Taken) => void; close: () => void }) {
  const { item, kind, rule, done, close } = props
  const { t } = useTexts()
  const [n, setN] = useState(kind === 'lot' ? 1 : 100)
  const [said, setSaid] = useState(lastSaid)
  const [lot, setLot] = useState('')
  const { send, error, busy } = useSendOnce<Taken>('/numbers')
  const fault = faultsOf(error)
  const asked = fieldsIn(rule.template)
  const fields = SAID.filter(name => asked.has(name))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const values = Object.fromEntries(fields.map(name => [name, said[name]?.trim() || undefined]))
    const taken = await send({ item: item.code, kind, count: n, ...values, lot: lot.trim() || undefined })
    if (taken !== null) {
      rememberSaid(said)
      done(taken)
    }
  }
  return (
    <form onSubmit={e => void submit(e)} noValidate>
      <Stack gap="md">
        <NumberInput
          size="md"
          label={t('numbering.howMany')}
          value={n}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          error={fault('/count')}
          onChange={value => setN(Math.max(1, Number(value) || 1))}
          data-autofocus
        />
        {fields.map(name => (
          <TextInput
            key={name}
            size="md"
            label={t(`numbering.means.${name}`)}
            value={said[name] ?? ''}
            error={fault(`/${name}`)}
            onChange={e => setSaid({ ...said, [name]: e.currentTarget.value })}
            data-takes-scans
          />
        ))}
        {kind === 'serial' && item.tracking === 'lot+serial' && (
          <TextInput
            size="md"
            label={t('numbering.lotOf')}
            description={t('numbering.lotOfHow')}
            value={lot}
            error={fault('/lot')}
            onChange={e => setLot(e.currentTarget.value)}
            classNames={{ input: 'code' }}
            data-takes-scans
          />
        )}
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <div className="numbering-buttons">
          <Button variant="default" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('numbering.takeThem', { count: n, n: count(n) })}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function TakenNumbers({ taken, close }: { taken: Taken; close: () => void }) {
  const { t } = useTexts()
  return (
    <Stack gap="md">
      <section className="card numbering-taken" data-state="ok" role="status">
        <strong>
          <StateSign state="ok" /> {t('numbering.taken', { count: taken.count, n: count(taken.count) })}
        </strong>
        <div>
          <Code>{taken.first}</Code>
          {taken.last !== taken.first && (
            <>
              {' – '}
              <Code>{taken.last}</Code>
            </>
          )}
        </div>
      </section>
      {taken.count > 1 && taken.count <= COPIED_MAX && (
        <details>
          <summary>{t('numbering.showAll')}</summary>
          <div className="numbering-all">
            <Copyable name={t('numbering.numbers')} text={taken.numbers.join('\n')} />
          </div>
        </details>
      )}
      <div className="numbering-buttons">
        <Button variant="default" onClick={close}>
          {t('labels.close')}
        </Button>
        <PrintButton job={jobOfBlock(taken)} words={t('numbering.printThese')} variant="filled" />
      </div>
    </Stack>
  )
}
