// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Found } from '../lookup/meaning'
import { Waiting } from '../parts/notices'
import { PageHead } from '../parts/page'
import { signal } from '../scan/feedback'
import { useScans } from '../scan/scanner'
import { useMe } from '../shell/session'
import { gather } from './acts'
import { Counter, Foot, LastScan, Lines } from './board'
import { Choice } from './choice'
import type { DraftLine, Head } from './draft'
import { EntryBox } from './entry-box'
import { ItemField, PartnerField, PlaceField } from './fields'
import { goodsOf, type Item, itemOf, type Meaning, read } from './reading'
import { type TaskRule, useTask } from './use-task'

const RULE: TaskRule = {
  task: 'receive',
  head: { from: '', to: '', number: '', item: '', lot: '', expiry: '', supplierLot: '', expected: '' },
  ready: head => head.from !== '' && head.to !== '',
  act: (head, lines) => ({
    type: 'receive',
    from: head.from,
    to: head.to,
    reference: head.number ? { type: 'order', number: head.number } : undefined,
    ...gather(lines),
    containers: undefined,
  }),
}

type Given = Omit<DraftLine, 'key'>

/** What must still be entered before a line of this item can be received. */
export function lineOf(item: Item, said: Partial<DraftLine>, code: string, head: Head): Given {
  const byLot = item.tracking === 'lot' || item.tracking === 'lot+serial'
  const bySerial = item.tracking === 'serial' || item.tracking === 'lot+serial'
  const line: Given = {
    code,
    item: item.code,
    name: item.name,
    lot: byLot ? (said.lot ?? (head.lot || undefined)) : undefined,
    serial: bySerial ? said.serial : undefined,
    serials: bySerial ? said.serials : undefined,
    qty: bySerial ? undefined : said.qty,
    unit: bySerial ? undefined : item.unit,
    expiry: said.expiry ?? (head.expiry || undefined),
    supplierLot: head.supplierLot || undefined,
    verdict: { is: 'waiting' },
  }
  const asked = (
    [
      byLot && !line.lot && 'lot',
      !bySerial && !line.qty && 'qty',
      item.shelfLifeDays !== undefined && !line.expiry && 'expiry',
    ] as const
  ).filter(field => field !== false)
  return asked.length > 0 ? { ...line, verdict: { is: 'asks', fields: asked } } : line
}

/** Goods come from a partner to a place: scan by scan, as a range, pasted or from a file. */
export default function Receive() {
  const { t } = useTranslation()
  const { user } = useMe()
  const task = useTask(RULE, user)
  const [several, setSeveral] = useState<{ code: string; found: Found[] } | null>(null)
  const { draft, setHead, add, addAll, say } = task
  const head = draft?.head

  const wrong = useCallback(
    (title: string, detail?: string) => {
      say({ about: 'note', state: 'bad', title, detail })
      signal('wrong')
    },
    [say],
  )

  const understand = useCallback(
    async (meaning: Meaning, code: string, now: Head) => {
      switch (meaning.is) {
        case 'place':
          setHead({ to: meaning.place })
          say({
            about: 'note',
            state: 'info',
            title: t('tasks.receive.into', { place: meaning.name ?? meaning.place }),
          })
          return signal('right')
        case 'partner':
          setHead({ from: meaning.partner })
          say({
            about: 'note',
            state: 'info',
            title: t('tasks.receive.from', { partner: meaning.name ?? meaning.partner }),
          })
          return signal('right')
        case 'goods': {
          const { item, lot, serial, expiry } = meaning
          if (item.tracking !== 'none' && lot === undefined && serial === undefined) {
            setHead({ item: item.code })
            say({ about: 'note', state: 'info', title: t('tasks.receive.now', { item: item.name }) })
            return signal('right')
          }
          return add(lineOf(item, { lot, serial, expiry }, code, now))
        }
        case 'number': {
          if (!now.item) {
            return wrong(t('tasks.receive.whichItem'), t('tasks.receive.whichItemWhy', { code }))
          }
          const item = await itemOf(now.item)
          const said = item.tracking === 'lot' ? { lot: meaning.text } : { serial: meaning.text }
          return add(lineOf(item, said, code, now))
        }
        case 'several':
          return setSeveral({ code, found: meaning.found })
        case 'container':
          return wrong(t('tasks.receive.container'), meaning.container)
      }
    },
    [add, setHead, say, wrong, t],
  )

  const scan = useCallback(
    async (code: string) => {
      if (head === undefined) {
        return
      }
      try {
        await understand(await read(code, { item: head.item }), code, head)
      } catch {
        // The server is away. With an item chosen the scan is kept as a number of that item and judged later.
        if (head.item) {
          const item = await itemOf(head.item).catch(() => null)
          const said = item?.tracking === 'lot' ? { lot: code } : { serial: code }
          return add(item === null ? { code, item: head.item, ...said } : lineOf(item, said, code, head))
        }
        wrong(t('parts.unreachable'), t('tasks.receive.offline'))
      }
    },
    [head, understand, add, wrong, t],
  )

  const many = useCallback(
    async (codes: string[]) => {
      if (!head?.item) {
        return wrong(t('tasks.receive.whichItem'), t('tasks.receive.whichItemMany'))
      }
      const item = await itemOf(head.item)
      await addAll(
        codes.map(code => {
          const range = /\S-\S|\+\d+$/.test(code) && /^(.*\d)(-(.*\d)|\+\d+)$/.test(code)
          const said = item.tracking === 'lot' ? { lot: code } : range ? { serials: code } : { serial: code }
          const { verdict: _, ...line } = lineOf(item, said, code, head)
          return line
        }),
      )
    },
    [head, addAll, wrong, t],
  )

  useScans(code => void scan(code), several === null)

  if (draft === null || head === undefined) {
    return <Waiting />
  }
  const expected = Number(head.expected) || undefined
  return (
    <div className="task">
      <PageHead title={t('tasks.receive.title')} over={t('tasks.receive.what')} />
      <div className="task-fields">
        <PartnerField
          label={t('tasks.supplier')}
          value={head.from ?? ''}
          onChange={from => setHead({ from })}
          required
        />
        <PlaceField label={t('tasks.toPlace')} value={head.to ?? ''} onChange={to => setHead({ to })} required />
        <TextInput
          label={t('tasks.document')}
          value={head.number}
          onChange={e => setHead({ number: e.currentTarget.value })}
          size="md"
        />
        <ItemField label={t('tasks.item')} value={head.item ?? ''} onChange={item => setHead({ item })} />
      </div>
      <details>
        <summary>{t('tasks.receive.more')}</summary>
        <div className="task-fields" style={{ marginTop: 'var(--s3)' }}>
          <TextInput
            label={t('tasks.lot')}
            value={head.lot}
            onChange={e => setHead({ lot: e.currentTarget.value })}
            size="md"
          />
          <TextInput
            label={t('tasks.expiry')}
            type="date"
            value={head.expiry}
            onChange={e => setHead({ expiry: e.currentTarget.value })}
            size="md"
          />
          <TextInput
            label={t('tasks.supplierLot')}
            value={head.supplierLot}
            onChange={e => setHead({ supplierLot: e.currentTarget.value })}
            size="md"
          />
          <NumberInput
            label={t('tasks.expected')}
            value={head.expected}
            onChange={n => setHead({ expected: String(n) })}
            min={0}
            allowDecimal={false}
            size="md"
          />
        </div>
      </details>
      <LastScan task={task} idle={t('tasks.receive.idle')} />
      <Counter task={task} expected={expected} label={t('tasks.receive.counted')} />
      <EntryBox onCode={code => void scan(code)} onMany={codes => void many(codes)} />
      <Lines
        task={task}
        ask={line => <Asked line={line} onComplete={patch => void task.complete(line.key, patch)} />}
      />
      <Foot task={task} finish={t('tasks.receive.finish')} blocked={!RULE.ready(head)} />
      <Choice
        found={several?.found ?? []}
        onClose={() => setSeveral(null)}
        onChoose={one => {
          const code = several?.code ?? ''
          setSeveral(null)
          void goodsOf(one).then(meaning => understand(meaning, code, head))
        }}
      />
    </div>
  )
}

/** The fields that a line still needs. */
export function Asked({ line, onComplete }: { line: DraftLine; onComplete: (patch: Partial<DraftLine>) => void }) {
  const { t } = useTranslation()
  const [values, setValues] = useState<Partial<DraftLine>>({})
  if (line.verdict.is !== 'asks') {
    return null
  }
  const { fields } = line.verdict
  const complete = fields.every(field => values[field])
  return (
    <form
      style={{ display: 'flex', gap: 8, alignItems: 'end', flexBasis: '100%', flexWrap: 'wrap', padding: '4px 0 6px' }}
      onSubmit={e => {
        e.preventDefault()
        if (complete) {
          onComplete(values)
        }
      }}
    >
      {fields.map(field => (
        <TextInput
          key={field}
          label={t(`tasks.${field}`)}
          type={field === 'expiry' ? 'date' : 'text'}
          inputMode={field === 'qty' ? 'decimal' : undefined}
          rightSection={field === 'qty' ? <span className="muted small">{line.unit}</span> : undefined}
          value={values[field] ?? ''}
          onChange={e => setValues({ ...values, [field]: e.currentTarget.value })}
          size="md"
          style={{ flex: '1 1 120px' }}
        />
      ))}
      <Button type="submit" size="md" variant="light" disabled={!complete}>
        {t('tasks.ok')}
      </Button>
    </form>
  )
}
