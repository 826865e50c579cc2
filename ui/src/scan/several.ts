// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Several symbols of one thing, such as a GTIN in one and the lot in another, go through everything that takes a scan
 * as one text; between them stands a character that no symbol has in it.
 */
const BETWEEN = '\u001c'

export function together(codes: string[]): string {
  return codes.join(BETWEEN)
}

/** The symbols of a scan; most have one. */
export function apart(code: string): string[] {
  return code.split(BETWEEN)
}

/** A scan as it is shown to people. */
export function shown(code: string): string {
  return apart(code).join(' + ').replaceAll('\u001d', '␝')
}
