// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useSendOnce } from '../api/send-once'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { lastSaid, rememberSaid, SAID, type Said } from '../numbering/last-said'
import type { Kind, Taken } from '../numbering/model'
import { fieldsIn } from '../numbering/parts'
import { useNumbering } from '../numbering/use-numbering'
import { ProblemNotice } from '../parts/notices'
import { useMe } from '../shell/session'

const POINTERS = /^\/(count|line|shift|site)$/

/** As many as a task puts together well. */
const COUNT_MAX = 1_000

type Props = {
  /** The item that is numbered; without a template for it there is no button. */
  item: string | undefined
  kind: Kind
  /** The lot of the pieces, where it is known. */
  lot?: string
  /** Whether one number is wanted, as for a lot or a single piece. */
  one: boolean
  /** As a sign in a field instead of a button with words. */
  inField?: boolean
  onNumbers: (numbers: string[]) => void
}

/**
 * Takes the next numbers of an item. It happens at once when one number is wanted and nothing has to be said with it;
 * else the number of them, and the line or shift that the template wants, are asked.
 */
export function NextNumber(props: Props) {
  const { item, kind, lot, one, inField, onNumbers } = props
  const { t } = useTexts()
  const { may } = useMe()
  const rule = useNumbering(item ?? '', Boolean(item)).data?.[kind]
  const [asking, setAsking] = useState(false)
  const { send, error, busy } = useSendOnce<Taken>('/numbers')
  if (!item || rule === undefined || !may.includes('numbers')) {
    return null
  }
  const inTemplate = fieldsIn(rule.template)
  const asked = SAID.filter(name => inTemplate.has(name))

  const take = async (n: number, said: Said) => {
    const values = Object.fromEntries(asked.map(name => [name, said[name]?.trim() || undefined]))
    const taken = await send({ item, kind, count: n, ...values, lot: (kind === 'serial' && lot) || undefined })
    if (taken === null) {
      setAsking(true)
      return
    }
    rememberSaid(said)
    setAsking(false)
    onNumbers(taken.numbers)
  }
  const press = () => (one && asked.length === 0 ? void take(1, {}) : setAsking(true))
  return (
    <>
      {inField ? (
        <ActionIcon variant="subtle" size={36} aria-label={t('tasks.nextNumber')} loading={busy} onClick={press}>
          <IconWand size={18} />
        </ActionIcon>
      ) : (
        <Button
          variant="default"
          size="md"
          leftSection={<IconWand size={18} aria-hidden />}
          loading={busy}
          onClick={press}
        >
          {t(one ? 'tasks.nextNumber' : 'tasks.nextNumbers')}
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(one ? 'tasks.nextNumber' : 'tasks.nextNumbers')}
        closeButtonProps={{ 'aria-label': t('labels.close') }}
      >
        <Ask one={one} asked={asked} error={error} busy={busy} take={take} />
      </Modal>
    </>
  )
}

function Ask(props: {
  one: boolean
  asked: readonly (keyof Said)[]
  error: unknown
  busy: boolean
  take: (n: number, said: Said) => Promise<void>
}) {
  const { one, asked, error, busy, take } = props
  const { t } = useTexts()
  const [n, setN] = useState(1)
  const [said, setSaid] = useState(lastSaid)
  const fault = faultsOf(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The page behind has a form of its own around some of these fields.
    event.stopPropagation()
    void take(one ? 1 : n, said)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!one && (
          <NumberInput
            label={t('numbering.howMany')}
            value={n}
            min={1}
            max={COUNT_MAX}
            allowDecimal={false}
            allowNegative={false}
            error={fault('/count')}
            onChange={value => setN(Math.min(COUNT_MAX, Math.max(1, Number(value) || 1)))}
            size="md"
            data-autofocus
          />
        )}
        {asked.map(name => (
          <TextInput
            key={name}
            label={t(`numbering.means.${name}`)}
            value={said[name] ?? ''}
            error={fault(`/${name}`)}
            onChange={e => setSaid({ ...said, [name]: e.currentTarget.value })}
            size="md"
            data-takes-scans
          />
        ))}
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <Button type="submit" size="md" loading={busy}>
          {t('numbering.takeThem', { count: one ? 1 : n, n: count(one ? 1 : n) })}
        </Button>
      </Stack>
    </form>
  )
}
