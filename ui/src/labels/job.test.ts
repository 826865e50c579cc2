// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { bodyOf, type Job, jobOfItem, labelsOf, type Wanted } from './job'

const WANTED: Wanted = {
  template: 'unit-50x25',
  format: 'pdf',
  dpi: 300,
  printer: '',
  sheet: 'A4-3x8',
  start: 5,
  copies: 2,
  reason: ' ',
}

const JOB: Job = { title: 'S1', abouts: ['unit'], labels: [{ item: 'BAT', serial: 'S1', expiry: '' }] }

describe('the request that prints', () => {
  test('has a sheet with its start for pages only', () => {
    expect(bodyOf(JOB, WANTED)).toEqual({
      template: 'unit-50x25',
      format: 'pdf',
      sheet: 'A4-3x8',
      start: 5,
      copies: 2,
      labels: [{ item: 'BAT', serial: 'S1' }],
    })
    expect(bodyOf(JOB, { ...WANTED, format: 'zpl' })).toMatchObject({ format: 'zpl', dpi: 300 })
    expect(bodyOf(JOB, { ...WANTED, format: 'zpl' })).not.toHaveProperty('sheet')
  })

  test('speaks the language of a printer, at the dots that the printer has', () => {
    const body = bodyOf(JOB, { ...WANTED, printer: 'DOCK-1', reason: ' torn ' })
    expect(body).toMatchObject({ printer: 'DOCK-1', format: 'zpl', reason: 'torn' })
    expect(body).not.toHaveProperty('dpi')
    expect(body).not.toHaveProperty('start')
  })

  test('names a block instead of its numbers', () => {
    const job: Job = { ...JOB, labels: [], block: { id: 'b1', count: 100, sample: { serial: 'S1' } } }
    expect(bodyOf(job, WANTED)).toMatchObject({ block: 'b1' })
    expect(bodyOf(job, WANTED)).not.toHaveProperty('labels')
    expect(labelsOf(job, 2)).toBe(200)
  })
})

describe('the label of an item', () => {
  test('asks for what the item is numbered by', () => {
    const item = { code: 'BAT', name: 'Battery' }
    expect(jobOfItem({ ...item, tracking: 'lot' }).fields).toEqual(['lot', 'qty', 'expiry'])
    expect(jobOfItem({ ...item, tracking: 'lot+serial' }).fields).toEqual(['lot', 'serial', 'expiry'])
    expect(jobOfItem({ ...item, tracking: 'none' }).fields).toEqual(['qty', 'expiry'])
  })
})
