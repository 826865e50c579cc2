// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { DraftLine } from './draft'
import { links, MAKE, missingOf } from './making'

const line = (key: string, side: 'in' | 'out', given: Partial<DraftLine>): DraftLine => ({
  key,
  code: key,
  side,
  verdict: { is: 'good' },
  ...given,
})

const LOT = line('lot', 'in', { item: 'CELL', lot: 'L1', unit: 'EA', qty: '40' })
const PART = line('part', 'in', { item: 'BMS', serial: 'P1' })
const ONE = line('one', 'out', { item: 'PACK', serial: 'N1' })
const TWO = line('two', 'out', { item: 'PACK', serial: 'N2' })
const HEAD = { run: 'R1', item: 'PACK', to: 'A-01', mode: 'one' }

it('one piece is linked with all that went into it', () => {
  expect(links([LOT, PART, ONE], HEAD)).toEqual([
    { in: { item: 'CELL', lot: 'L1' }, out: { item: 'PACK', serial: 'N1' }, qty: '40' },
    { in: { item: 'BMS', serial: 'P1' }, out: { item: 'PACK', serial: 'N1' }, qty: undefined },
  ])
})

it('several pieces are linked as somebody said, or not at all', () => {
  const said = [LOT, PART, { ...ONE, of: ['part'] }, { ...TWO, of: ['lot', 'gone'] }]
  expect(links(said, { ...HEAD, mode: 'several', pairing: 'known' })).toEqual([
    { in: { item: 'BMS', serial: 'P1' }, out: { item: 'PACK', serial: 'N1' } },
    { in: { item: 'CELL', lot: 'L1' }, out: { item: 'PACK', serial: 'N2' } },
  ])
  expect(links(said, { ...HEAD, mode: 'several', pairing: 'unknown' })).toEqual([])
})

it('says what is lacking', () => {
  const several = { ...HEAD, mode: 'several' }
  expect(missingOf({ ...HEAD, run: '' }, [])).toBe('run')
  expect(missingOf(HEAD, [LOT])).toBe('piece')
  expect(missingOf(HEAD, [LOT, ONE, TWO])).toBe('onePiece')
  expect(missingOf(several, [LOT, ONE, TWO])).toBe('pairing')
  expect(missingOf({ ...several, pairing: 'unknown' }, [LOT, ONE, TWO])).toBeNull()
  expect(missingOf({ ...several, pairing: 'known' }, [LOT, { ...ONE, of: ['lot'] }, TWO])).toBe('pairing')
  expect(missingOf(several, [LOT])).toBeNull()
})

it('the next piece is made of the same lots and of other parts', () => {
  expect([LOT, PART, ONE].filter(one => MAKE.keeps?.(one, HEAD))).toEqual([LOT])
})
