// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { api } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { useMe } from '../shell/session'
import { ItemField, PlaceField, TextField, useNameOf } from './fields'
import { MAKE, missingOf, proposedRun } from './making'
import { NextNumber } from './next-number'
import { TaskPage } from './page'
import { Pairing, toggled } from './pairing'
import { itemOf } from './reading'
import { lineOf, numbered } from './receiving'
import { fromStock } from './understand'
import { type Understand, useScanning } from './use-scanning'
import { useTask } from './use-task'

/** A run of production: inputs go in, outputs come out, and what went into what is kept as far as it is known. */
export default function Make() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(MAKE, user)
  const { draft, latest, setHead, add, addAll, edit } = task

  const understand: Understand = async (meaning, code, now, note) => {
    const lines = latest.current?.lines ?? []
    switch (meaning.is) {
      case 'place':
        setHead({ to: meaning.place })
        return note('info', t('tasks.make.into', { place: meaning.name ?? meaning.place }))
      case 'number': {
        if (!now.run) {
          setHead({ run: meaning.text })
          return note('info', t('tasks.make.run'), meaning.text)
        }
        if (!now.item) {
          return note('bad', t('tasks.make.whichItem'), t('tasks.make.whichItemWhy', { code }))
        }
        const item = await itemOf(now.item)
        return void add({ ...lineOf(item, numbered(item, meaning.text), code, now), side: 'out' })
      }
      case 'goods': {
        const { item, lot, serial, expiry, unitId } = meaning
        if (item.tracking !== 'none' && lot === undefined && serial === undefined) {
          setHead({ item: item.code })
          return note('info', t('tasks.make.now', { item: item.name }))
        }
        const known = lines.find(line => line.item === item.code && line.lot === lot && line.serial === serial)
        if (known?.side === 'in' && now.output) {
          return edit(d => toggled(d, known.key))
        }
        if (unitId === undefined || now.side === 'out') {
          return known?.side === 'out' && now.pairing === 'known'
            ? setHead({ output: known.key })
            : void add({ ...lineOf(item, { lot, serial, expiry }, code, now), side: 'out' })
        }
        const line = await fromStock(meaning, code, note, t)
        return line === null ? undefined : void add({ ...line, side: 'in' })
      }
      default:
        return void (await fromStock(meaning, code, note, t).then(
          line => line !== null && note('bad', t('tasks.make.noContainer'), code),
        ))
    }
  }

  const head = draft?.head ?? {}
  const lines = draft?.lines ?? []
  const made = useNameOf('items', head.item)
  const lacking = missingOf(head, lines)
  const missing = lacking === null ? null : t(`tasks.make.lacks.${lacking}`)
  const scanning = useScanning(task, understand, missing === null)
  const one = head.mode !== 'several'

  /** New pieces with numbers that were just taken for them. */
  const makeOf = async (numbers: string[]) => {
    const item = await itemOf(head.item ?? '')
    const pieces = numbers.map(code => ({ ...lineOf(item, { serial: code }, code, head), side: 'out' as const }))
    await (pieces.length === 1 && pieces[0] !== undefined ? add(pieces[0]) : addAll(pieces))
  }

  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.make.title')}
      what={t('tasks.make.what')}
      modes={
        <SegmentedControl
          aria-label={t('tasks.mode')}
          value={one ? 'one' : 'several'}
          onChange={mode => setHead({ mode, output: '' })}
          data={[
            { value: 'one', label: t('tasks.make.one') },
            { value: 'several', label: t('tasks.make.several') },
          ]}
          size="md"
          fullWidth
          mb="sm"
        />
      }
      summary={[head.run, made, head.to && `→ ${head.to}`].filter(Boolean).join(' · ')}
      complete={Boolean(head.run && head.item && head.to)}
      missing={missing}
      fields={(h, set) => (
        <>
          <TextInput
            label={t('tasks.make.run')}
            value={h.run ?? ''}
            onChange={e => set({ run: e.currentTarget.value })}
            size="md"
            data-takes-scans
            rightSection={
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('tasks.make.propose')}
                onClick={() => set({ run: proposedRun(new Date()) })}
              >
                <IconWand size={18} />
              </ActionIcon>
            }
          />
          <ItemField label={t('tasks.make.item')} value={h.item ?? ''} onChange={item => set({ item })} />
          <PlaceField label={t('tasks.make.to')} value={h.to ?? ''} onChange={to => set({ to })} />
        </>
      )}
      more={(h, set) => (
        <TextField
          label={t('tasks.make.lot')}
          value={h.lot ?? ''}
          onChange={lot => set({ lot })}
          rightSection={<NextNumber item={h.item} kind="lot" one inField onNumbers={([lot = '']) => set({ lot })} />}
        />
      )}
      idle={t('tasks.make.idle')}
      counted={t('tasks.make.counted')}
      only={line => line.side === 'out' || line.unread === true}
      finish={one ? t('tasks.make.finishOne') : t('tasks.make.finish')}
    >
      <SegmentedControl
        aria-label={t('tasks.make.side')}
        value={head.side || 'in'}
        onChange={side => setHead({ side })}
        data={[
          { value: 'in', label: t('tasks.make.scanIn') },
          { value: 'out', label: t('tasks.make.scanOut') },
        ]}
        size="md"
        fullWidth
      />
      <NextNumber item={head.item} kind="serial" lot={head.lot} one={one} onNumbers={made => void makeOf(made)} />
      <Pairing task={task} />
      {lines.length === 0 && head.run && <CloseRun run={head.run} />}
    </TaskPage>
  )
}

/** Ends the run: what is still in it is loss. */
function CloseRun({ run }: { run: string }) {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const id = useRef(uuid7())

  const close = async () => {
    setBusy(true)
    setError(null)
    try {
      await api.post('/entries', { type: 'produce', id: id.current, run, close: true })
      id.current = uuid7()
      setAsking(false)
      void forgetAnswers()
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button variant="default" size="lg" onClick={() => setAsking(true)}>
        {t('tasks.make.close')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('tasks.make.closeRun', { run })}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t('tasks.make.closeWhy')}
        </p>
        {error !== null && <ProblemNotice error={error} />}
        <Button size="md" onClick={() => void close()} loading={busy} fullWidth>
          {t('tasks.make.close')}
        </Button>
      </Modal>
    </>
  )
}
