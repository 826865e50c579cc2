// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { PartnerField, PlaceField, TextField, useNameOf } from './fields'
import { bySerial } from './model'
import { TaskPage } from './page'
import { type Goods, summaryOf } from './reading'
import { fromStock } from './understand'
import { type Understanding, useScanning } from './use-scanning'
import { type GivenLine, type TaskRule, useTask } from './use-task'

export const RULE: TaskRule = {
  readsLater: true,
  task: 'return',
  head: { from: '', to: '', number: '', reason: '', operator: '' },
  remembers: ['to', 'operator'],
  clears: ['number', 'reason'],
  decides: ['from', 'to'],
  ready: head => head.from !== '' && head.to !== '',
  act: (head, lines) => ({ type: 'return', from: head.from, to: head.to, ...about(head), ...gather(lines) }),
}

/** The partner that has it, when that is one. */
async function holderOf(unitId: string | undefined): Promise<string | undefined> {
  if (unitId === undefined) {
    return undefined
  }
  const there = (await summaryOf(unitId)).holdings.filter(row => row.kind === 'partner' && !row.qty.startsWith('-'))
  return there.length === 1 ? there[0]?.place : undefined
}

/** A returned quantity is asked; what stands with us says nothing about it. */
function returned({ item, lot, serial, unitId }: Goods, code: string): GivenLine {
  const line = { code, item: item.code, name: item.name, lot, serial, unitId }
  return bySerial(item) ? line : { ...line, unit: item.unit, verdict: { is: 'asks', fields: ['qty'] } }
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
      case 'goods':
      case 'container': {
        const holder = now.from ? undefined : await holderOf(meaning.unitId)
        if (holder !== undefined) {
          setHead({ from: holder })
        }
        const named = meaning.is === 'goods' && (meaning.serial !== undefined || !bySerial(meaning.item))
        const line = named ? returned(meaning, code) : await fromStock(meaning, code, note, t)
        return line === null ? undefined : void add(line)
      }
      default:
        return void (await fromStock(meaning, code, note, t))
    }
  }

/** Units come back from a partner; scanning the first one says from whom. */
export default function Return() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft } = task

  const head = draft?.head ?? {}
  const partner = useNameOf('partners', head.from)
  const missing = (!head.from && t('tasks.choose.partner')) || (!head.to && t('tasks.choose.place')) || null
  const scanning = useScanning(task, understanding(task, t), missing === null)
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.return.title')}
      what={t('tasks.return.what')}
      summary={[partner, head.number].filter(Boolean).join(' · ').concat(` → ${head.to}`)}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <>
          <PartnerField label={t('tasks.from')} value={h.from ?? ''} onChange={from => set({ from })} />
          <PlaceField label={t('tasks.toPlace')} value={h.to ?? ''} onChange={to => set({ to })} />
          <TextField label={t('tasks.document')} value={h.number ?? ''} onChange={number => set({ number })} />
          <TextField label={t('tasks.reason')} value={h.reason ?? ''} onChange={reason => set({ reason })} />
        </>
      )}
      idle={t('tasks.return.idle')}
      counted={t('tasks.return.counted')}
      finish={t('tasks.return.finish')}
    />
  )
}
