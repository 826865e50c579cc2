// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { NumberInput } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { ItemField, PartnerField, PlaceField, TextField, useNameOf } from './fields'
import { byLot } from './model'
import { NextNumber } from './next-number'
import { TaskPage } from './page'
import { itemOf, summaryOf } from './reading'
import { lineOf, numbered } from './receiving'
import { type Understanding, useScanning } from './use-scanning'
import { type TaskRule, useTask } from './use-task'

export const RULE: TaskRule = {
  readsLater: true,
  task: 'receive',
  head: { from: '', to: '', number: '', item: '', lot: '', expiry: '', supplierLot: '', expected: '', operator: '' },
  remembers: ['from', 'to', 'operator'],
  clears: ['number', 'lot', 'expiry', 'supplierLot', 'expected'],
  decides: ['from', 'to'],
  ready: head => head.from !== '' && head.to !== '',
  act: (head, lines) => ({ type: 'receive', from: head.from, to: head.to, ...about(head), ...gather(lines) }),
}

/** What the task makes of a scan, at once or when the network is back. */
export const understanding: Understanding =
  ({ setHead, add }, t) =>
  async (meaning, code, now, note) => {
    switch (meaning.is) {
      case 'place':
        setHead({ to: meaning.place })
        return note('info', t('tasks.into', { place: meaning.name ?? meaning.place }))
      case 'partner':
        setHead({ from: meaning.partner })
        return note('info', t('tasks.fromPartner', { partner: meaning.name ?? meaning.partner }))
      case 'goods': {
        const { item, lot, serial, unitId } = meaning
        if (item.tracking !== 'none' && lot === undefined && serial === undefined) {
          setHead({ item: item.code })
          return note('info', t('tasks.receive.now', { item: item.name }))
        }
        // More of a lot that is known: its date is known too.
        const known = unitId === undefined || !byLot(item) ? undefined : (await summaryOf(unitId)).expiry
        return void add(lineOf(item, { lot, serial, expiry: meaning.expiry ?? known }, code, now))
      }
      case 'number': {
        if (!now.item) {
          return note('bad', t('tasks.receive.whichItem'), t('tasks.receive.whichItemWhy', { code }))
        }
        const item = await itemOf(now.item)
        return void add(lineOf(item, numbered(item, meaning.text), code, now))
      }
      case 'container':
        return note('bad', t('tasks.receive.container'), meaning.container)
    }
  }

/** Goods come from a partner to a place: scan by scan, as a range, pasted or from a file. */
export default function Receive() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft, say } = task

  const missing =
    (!draft?.head.from && t('tasks.choose.supplier')) || (!draft?.head.to && t('tasks.choose.place')) || null
  const scanning = useScanning(task, understanding(task, t), missing === null)

  const many = async (codes: string[]) => {
    const head = draft?.head ?? {}
    if (!head.item) {
      return scanning.note('bad', t('tasks.receive.whichItem'), t('tasks.receive.whichItemMany'))
    }
    try {
      const item = await itemOf(head.item)
      await task.addAll(codes.map(code => lineOf(item, numbered(item, code), code, head)))
    } catch {
      say({ about: 'note', state: 'bad', title: t('parts.unreachable') })
    }
  }

  const head = draft?.head ?? {}
  const supplier = useNameOf('partners', head.from)
  const item = useNameOf('items', head.item)
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.receive.title')}
      what={t('tasks.receive.what')}
      summary={[[supplier, head.number].filter(Boolean).join(' · ').concat(` → ${head.to}`), item]
        .filter(Boolean)
        .join(' · ')}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <>
          <PartnerField label={t('tasks.supplier')} value={h.from ?? ''} onChange={from => set({ from })} />
          <PlaceField label={t('tasks.toPlace')} value={h.to ?? ''} onChange={to => set({ to })} />
          <TextField label={t('tasks.document')} value={h.number ?? ''} onChange={number => set({ number })} />
          <ItemField label={t('tasks.item')} value={h.item ?? ''} onChange={item => set({ item })} />
        </>
      )}
      more={(h, set) => (
        <>
          <NumberInput
            label={t('tasks.expected')}
            value={h.expected ?? ''}
            onChange={n => set({ expected: String(n) })}
            min={0}
            allowDecimal={false}
            size="md"
          />
          {(['lot', 'expiry', 'supplierLot'] as const).map(name => (
            <TextField
              key={name}
              label={t(`tasks.${name}`)}
              type={name === 'expiry' ? 'date' : undefined}
              value={h[name] ?? ''}
              onChange={text => set({ [name]: text })}
              rightSection={
                name === 'lot' && (
                  <NextNumber item={h.item} kind="lot" one inField onNumbers={([lot = '']) => set({ lot })} />
                )
              }
            />
          ))}
        </>
      )}
      idle={t('tasks.receive.idle')}
      counted={t('tasks.receive.counted')}
      expected={Number(head.expected) || undefined}
      finish={t('tasks.receive.finish')}
      onMany={codes => void many(codes)}
    >
      <NextNumber item={head.item} kind="serial" lot={head.lot} one={false} onNumbers={numbers => void many(numbers)} />
    </TaskPage>
  )
}
