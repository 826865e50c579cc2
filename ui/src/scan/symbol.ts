// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export type Point = { x: number; y: number }

/** A symbol that was found in a picture. */
export type FoundSymbol = {
  /** What a scanner would send: symbology identifier and raw text, group separators kept, such as `]d201…`. */
  code: string
  /** Its four corners in the picture, in order around it. */
  corners: Point[]
  /** Whether the symbology says by itself that it was read right; else it must be seen twice. */
  sure: boolean
}

/** What the decoder says of a symbol; the names are those of zxing-wasm. */
export type RawSymbol = {
  symbologyIdentifier: string
  text: string
  format: string
  isValid: boolean
  position: { topLeft: Point; topRight: Point; bottomRight: Point; bottomLeft: Point }
}

/** Symbologies without a check digit that is always there: a scratch can make another number of them. */
const UNSURE = new Set(['Code39', 'Code39Std', 'Code39Ext'])

/** Symbols as the screens take them; what could not be read right is left out. */
export function symbolsOf(raw: RawSymbol[]): FoundSymbol[] {
  return raw
    .filter(symbol => symbol.isValid && symbol.text !== '')
    .map(({ symbologyIdentifier, text, format, position }) => ({
      code: symbologyIdentifier + text,
      corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
      sure: !UNSURE.has(format),
    }))
}
