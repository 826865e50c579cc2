// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { useMe } from '../shell/session'
import { about, gather } from './acts'
import { PartnerField, PlaceField, TextField, useNameOf } from './fields'
import { judge } from './judge'
import type { Pick } from './model'
import { TaskPage } from './page'
import { PickList, Want } from './pick-list'
import { proposalFor, wantedOf, withWanted } from './picks'
import { type Goods, itemOf } from './reading'
import { fromStock } from './understand'
import { type Understand, useScanning } from './use-scanning'
import { type GivenLine, type TaskRule, useTask } from './use-task'

const RULE: TaskRule = {
  task: 'ship',
  head: { to: '', number: '', place: '', wanted: '', operator: '' },
  remembers: ['place', 'operator'],
  clears: ['to', 'number', 'wanted'],
  decides: ['to'],
  ready: head => head.to !== '',
  act: (head, lines) => ({ type: 'ship', to: head.to, ...about(head), ...gather(lines) }),
}

/** A pick that was confirmed: as much as was proposed, from where it was proposed. */
function picked(line: GivenLine, pick: Pick): GivenLine {
  const whole = { ...line, verdict: undefined, stands: undefined }
  return pick.serial === undefined
    ? { ...whole, qty: pick.qty, from: pick.within.length === 0 ? pick.place : undefined }
    : whole
}

/** Units and containers go to a customer; what should be taken first is proposed. */
export default function Ship() {
  const { t } = useTexts()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const { draft, latest, setHead, add } = task

  /** What is not proposed is first asked whether it may go at all, then whether it should. */
  const compared = async (line: GivenLine, goods: Goods): Promise<GivenLine> => {
    const now = latest.current
    if (now === null || wantedOf(now.head).length === 0) {
      return line
    }
    const proposal = await proposalFor(goods, now.head, now.lines)
    if (proposal.is === 'pick') {
      return picked(line, proposal.pick)
    }
    if (RULE.ready(now.head)) {
      const trial = { ...line, key: '', verdict: { is: 'waiting' } as const }
      const verdict = (await judge([trial], lines => RULE.act(now.head, lines)).catch(() => new Map())).get('')
      if (verdict?.is === 'refused') {
        return { ...line, verdict }
      }
    }
    const pick = proposal.is === 'other' ? proposal.first : undefined
    const number = pick?.serial ?? pick?.lot
    const first =
      (number === undefined && t('tasks.ship.notAsked')) ||
      (pick?.expiry
        ? t('tasks.ship.firstUntil', { number, place: pick.place, day: day(pick.expiry) })
        : t('tasks.ship.first', { number, place: pick?.place }))
    const fields = line.verdict?.is === 'asks' ? line.verdict.fields : []
    return { ...line, verdict: { is: 'asks', fields, first } }
  }

  const understand: Understand = async (meaning, code, _, note) => {
    if (meaning.is === 'partner') {
      setHead({ to: meaning.partner })
      return note('info', t('tasks.toPartner', { partner: meaning.name ?? meaning.partner }))
    }
    if (meaning.is === 'place') {
      setHead({ place: meaning.place })
      return note('info', t('tasks.ship.pickedFrom', { place: meaning.name ?? meaning.place }))
    }
    const line = await fromStock(meaning, code, note, t)
    if (line !== null) {
      void add(meaning.is === 'goods' ? await compared(line, meaning) : line)
    }
  }

  const take = async (item: string, pick: Pick) => {
    const { code, name, unit } = await itemOf(item)
    const { lot, serial } = pick
    const line = { code: serial ?? lot ?? code, item: code, name, lot, serial, unitId: pick.unit }
    void add(picked(serial === undefined ? { ...line, unit } : line, pick))
  }

  const head = draft?.head ?? {}
  const customer = useNameOf('partners', head.to)
  const wanted = wantedOf(head)
  const missing = head.to ? null : t('tasks.choose.customer')
  const scanning = useScanning(task, understand, missing === null)
  return (
    <TaskPage
      task={task}
      scanning={scanning}
      title={t('tasks.ship.title')}
      what={t('tasks.ship.what')}
      summary={[`→ ${customer}`, head.number].filter(Boolean).join(' · ')}
      complete={missing === null}
      missing={missing}
      fields={(h, set) => (
        <>
          <PartnerField label={t('tasks.customer')} value={h.to ?? ''} onChange={to => set({ to })} />
          <TextField label={t('tasks.document')} value={h.number ?? ''} onChange={number => set({ number })} />
        </>
      )}
      more={(h, set) => (
        <PlaceField label={t('tasks.ship.place')} value={h.place ?? ''} onChange={place => set({ place })} />
      )}
      idle={t('tasks.ship.idle')}
      counted={t('tasks.ship.counted')}
      finish={t('tasks.ship.finish')}
    >
      <Want onWant={one => setHead(withWanted([...wanted.filter(other => other.item !== one.item), one]))} />
      {wanted.map(one => (
        <PickList
          key={one.item}
          wanted={one}
          from={head.place || undefined}
          lines={draft?.lines ?? []}
          onTake={pick => void take(one.item, pick)}
          onRemove={() => setHead(withWanted(wanted.filter(other => other !== one)))}
        />
      ))}
    </TaskPage>
  )
}
