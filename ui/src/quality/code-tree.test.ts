// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { branches } from './code-tree'
import type { ComplaintCode } from './model'

const code = (code: string, parent?: string): ComplaintCode => ({ code, name: code, parent, active: true, version: 1 })

test('each code stands below its parent, by name', () => {
  const tree = branches([code('smoke', 'heat'), code('noise'), code('heat'), code('fire', 'heat'), code('ash', 'fire')])
  expect(tree.map(({ code, depth }) => `${depth} ${code.code}`)).toEqual([
    '0 heat',
    '1 fire',
    '2 ash',
    '1 smoke',
    '0 noise',
  ])
})

test('a code whose parent is not among them is at the top', () => {
  expect(branches([code('fire', 'heat')])).toMatchObject([{ depth: 0 }])
})
