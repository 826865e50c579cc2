// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { about, gather, named } from './acts'
import { countable, type DraftLine, type Head } from './draft'
import type { ActBody } from './judge'
import type { TaskRule } from './use-task'

const of = (side: 'in' | 'out') => (line: DraftLine) => line.side === side

/** Who went into whom, as far as it is known: with one output all inputs, else those that somebody named. */
export function links(lines: DraftLine[], head: Head) {
  const inputs = lines.filter(of('in'))
  const outputs = lines.filter(of('out'))
  const [only] = outputs
  if (outputs.length === 1 && only !== undefined && only.serials === undefined) {
    return inputs.map(input => ({ in: named(input), out: named(only), qty: input.qty }))
  }
  if (head.pairing !== 'known') {
    return []
  }
  return outputs.flatMap(output =>
    inputs.filter(input => output.of?.includes(input.key)).map(input => ({ in: named(input), out: named(output) })),
  )
}

function produce(head: Head, lines: DraftLine[]): ActBody {
  const out = gather(lines.filter(of('out'))).lines?.map(line => ({ ...line, to: head.to || undefined }))
  const linked = links(lines, head)
  return {
    type: 'produce',
    run: head.run,
    ...about(head),
    consume: gather(lines.filter(of('in'))).lines,
    produce: out,
    links: linked.length === 0 ? undefined : linked,
  }
}

export const MAKE: TaskRule = {
  task: 'make',
  head: { run: '', item: '', to: '', lot: '', mode: 'one', side: 'in', pairing: '', output: '', operator: '' },
  remembers: ['item', 'to', 'operator'],
  clears: ['output', 'pairing', 'side'],
  decides: ['run', 'to'],
  ready: head => head.run !== '' && head.to !== '',
  // One line alone has nothing to be linked with.
  act: (head, lines) => produce({ ...head, pairing: '' }, lines),
  acts: (head, lines) => [produce(head, lines)],
  // One piece after the other is made of the same lots.
  keeps: (line, head) => head.mode !== 'several' && line.side === 'in' && line.unit !== undefined,
}

export type Lacking = 'run' | 'item' | 'to' | 'piece' | 'onePiece' | 'pairing'

/** What a run still needs before something of it can be recorded. */
export function missingOf(head: Head, lines: DraftLine[]): Lacking | null {
  const inputs = lines.filter(line => of('in')(line) && countable(line))
  const outputs = lines.filter(line => of('out')(line) && countable(line))
  if (!head.run) {
    return 'run'
  }
  if (!head.item && outputs.length === 0) {
    return 'item'
  }
  if (!head.to && (outputs.length > 0 || head.mode !== 'several')) {
    return 'to'
  }
  if (head.mode !== 'several') {
    const [only] = outputs
    return outputs.length === 0 ? 'piece' : outputs.length > 1 || only?.serials !== undefined ? 'onePiece' : null
  }
  const open = outputs.some(output => !output.of?.some(key => inputs.some(input => input.key === key)))
  const asks = outputs.length > 1 && inputs.length > 0
  return asks && head.pairing !== 'unknown' && (head.pairing !== 'known' || open) ? 'pairing' : null
}

/** A number for a run that nobody has, from the time. */
export function proposedRun(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `RUN-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}
