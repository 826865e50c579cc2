// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { commandOf, isCommand } from './commands'
import { apart, shown, together } from './several'

test('a command is the same by gun and by camera, which says what symbol it was', () => {
  expect(commandOf('GZ-DONE')).toBe('GZ-DONE')
  expect(commandOf(']C0gz-done ')).toBe('GZ-DONE')
  expect(commandOf('GZ-JUMP')).toBeNull()
  expect(isCommand(']C0GZ-JUMP')).toBe(true)
  expect(isCommand('GZ1-DONE')).toBe(false)
})

test('several symbols of one thing go as one text and come apart again', () => {
  const codes = [']C10109506000134352', ']C117271231\u001d10L-1']
  expect(apart(together(codes))).toEqual(codes)
  expect(apart('B36-0001')).toEqual(['B36-0001'])
  expect(shown(together(codes))).toBe(']C10109506000134352 + ]C117271231␝10L-1')
})
