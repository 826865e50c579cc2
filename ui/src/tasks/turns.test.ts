// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

const A = { id: '1', code: 'A' }
const B = { id: '2', code: 'B' }
const C = { id: '3', code: 'C' }

describe('scans that are read in turn', () => {
  it('wait for the draft, and none of them is lost or read twice', async () => {
    const turns = new Turns()
    const read: string[] = []
    const workOf = (scan: { code: string }) => () => read.push(scan.code)
    turns.read(A, workOf(A))
    await Promise.resolve()
    expect(read).toEqual([])
    // B was noted between the draft and the look at the shelf: it is handed in by both.
    turns.begin(() => read.push('unread lines'), [A, B], workOf)
    turns.read(B, workOf(B))
    turns.read(C, workOf(C))
    turns.begin(() => read.push('again'), [A, B, C], workOf)
    await new Promise<void>(done => turns.next(done))
    expect(read).toEqual(['unread lines', 'A', 'B', 'C', 'again'])
  })

  it('come one after the other, however long each takes', async () => {
    const turns = new Turns()
    const read: string[] = []
    turns.begin(
      () => {},
      [],
      () => () => {},
    )
    turns.read(A, async () => {
      await new Promise(done => setTimeout(done, 20))
      read.push('A')
    })
    turns.read(B, () => read.push('B'))
    await new Promise<void>(done => turns.next(done))
    expect(read).toEqual(['A', 'B'])
  })
})
