// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from './commands'

/** What is in a printed symbol, and the identifier that a scanner sends in front of it. */
export type Printed = { name: string; format: 'DataMatrix' | 'Code128'; gs1: boolean; identifier: string; text: string }

/** All characters that a GS1 element string may have (GS1 General Specifications, figure 7.11-1). */
export const CSET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

const GS = '\u001d'

/** One symbol with everything. Some characters come a second time in another order, so that nothing can be shifted. */
export const MATRIX: Printed = {
  name: 'matrix',
  format: 'DataMatrix',
  gs1: true,
  identifier: ']d2',
  text: `91${CSET_82}${GS}92AbCdEf9876543210/-${GS}93Z`,
}

/** The same in five lines of bars, for scanners that read nothing else; each short enough for their width. */
export const BARS: Printed[] = ['/10', ';85', 'JGD', 'Y_N', 'ieb'].map((again, i) => ({
  name: `bars-${i + 1}`,
  format: 'Code128',
  gs1: true,
  identifier: ']C1',
  text: `91${CSET_82.slice(i * 17, (i + 1) * 17)}${GS}92${again}`,
}))

export const COMMAND_SYMBOLS: Printed[] = COMMANDS.map(text => ({
  name: text,
  format: 'Code128',
  gs1: false,
  identifier: ']C0',
  text,
}))

export const PRINTED: Printed[] = [MATRIX, ...BARS, ...COMMAND_SYMBOLS]
