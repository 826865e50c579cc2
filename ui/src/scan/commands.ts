// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Printed codes that press the buttons of a task, for hands in gloves. */
export const COMMANDS = ['GZ-DONE', 'GZ-UNDO', 'GZ-CANCEL'] as const

export type Command = (typeof COMMANDS)[number]

/** All scans that begin so steer the page; no number of a thing may. */
const BEGINNING = 'GZ-'

/** The text of a scan without what says of which symbology it was. */
function textOf(code: string): string {
  return code
    .replace(/^\][A-Za-z][0-9A-Za-z]/, '')
    .trim()
    .toUpperCase()
}

export function isCommand(code: string): boolean {
  return textOf(code).startsWith(BEGINNING)
}

/** The command that a scan is; null for one that there is not, such as `GZ-JUMP`. */
export function commandOf(code: string): Command | null {
  return COMMANDS.find(command => command === textOf(code)) ?? null
}
