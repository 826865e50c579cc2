// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** What a label is put on. */
export const ABOUTS = ['unit', 'case', 'pallet', 'place', 'shelf'] as const

export type About = (typeof ABOUTS)[number]

/** A template as its list has it. */
export type ShortTemplate = {
  code: string
  name: string
  about: About
  widthMm: number
  heightMm: number
  builtIn: boolean
  symbols: string[]
  version: number
}

export const ELEMENT_KINDS = ['symbol', 'text', 'line', 'box'] as const

export type ElementKind = (typeof ELEMENT_KINDS)[number]

export const SYMBOLOGIES = [
  'gs1-datamatrix',
  'gs1-128',
  'gs1-digital-link-qr',
  'gs1-qr',
  'code-128',
  'datamatrix',
  'qr',
  'ean-13',
  'ean-8',
  'upc-a',
  'itf-14',
  'hibc-128',
  'hibc-datamatrix',
  'hibc-qr',
] as const

/** One thing on a label, in millimetres from the upper left corner; each kind has some of the members. */
export type Element = {
  kind: ElementKind
  x: number
  y: number
  width: number
  height: number
  symbology?: string
  content?: string
  /** What is drawn instead of a symbol whose key has no value. */
  otherwise?: { symbology?: string; content?: string; readable?: string }
  /** The text that people read beside a symbol, where it is not what the symbol says. */
  readable?: string
  /** Whether a symbol without a value is left out; else it is a fault. */
  optional?: boolean
  hri?: string
  size?: number
  moduleMin?: number
  moduleMax?: number
  bold?: boolean
  align?: string
  cut?: boolean
  thickness?: number
}

export type Template = ShortTemplate & { elements: Element[] }

/** Many small labels on one page. */
export type Sheet = {
  code: string
  name: string
  page: string
  columns: number
  rows: number
  labelWidthMm: number
  labelHeightMm: number
}

/** A printer in the network of the site. */
export type Printer = { code: string; name: string; host: string; port: number; dpi: number; version: number }

/** What stands on one label. */
export type Values = {
  item?: string
  lot?: string
  serial?: string
  container?: string
  place?: string
  qty?: string
  expiry?: string
}

export const FORMATS = ['pdf', 'zpl', 'svg', 'png'] as const

export type Format = (typeof FORMATS)[number]

export const DPIS = [203, 300, 600] as const

export type Dpi = (typeof DPIS)[number]

/** What a printer was told, or that a document was made. */
export type PrintState = 'made' | 'sent' | 'failed' | 'sending'

/** What became of labels that were sent to a printer. */
export type Sent = { print: string; labels: number; state: PrintState }

/** A print as the log has it. */
export type Print = {
  print: string
  at: string
  by: string
  template: string
  format: Format
  printer?: string
  labels: number
  reason?: string
  state: PrintState
  /** Why it failed. */
  detail?: string
}

/** One label of a print; `copy` counts how often this label has been printed. */
export type PrintLine = Pick<Values, 'item' | 'lot' | 'serial' | 'container' | 'place'> & { n: number; copy: number }

/** A print with some of its labels; the cursor is left out at their end. */
export type PrintPage = { print: Print; lines: PrintLine[]; nextCursor?: string }
