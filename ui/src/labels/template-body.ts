// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Element, ElementKind, Template } from './model'

/** A template as the API takes it. */
export function bodyOfTemplate({ code, name, about, widthMm, heightMm, elements, version }: Template) {
  return { code, name, about, widthMm, heightMm, elements: elements.map(only), version }
}

const MEMBERS: Record<ElementKind, readonly (keyof Element)[]> = {
  symbol: ['symbology', 'content', 'readable', 'otherwise', 'optional', 'hri', 'size', 'moduleMin', 'moduleMax'],
  text: ['content', 'size', 'bold', 'align', 'cut'],
  line: ['thickness'],
  box: ['thickness'],
}

/** The members that an element of its kind has, as far as they say something. */
function only(element: Element): Element {
  const { kind, x, y, width, height } = element
  const members = MEMBERS[kind].map(name => [name, element[name]] as const)
  const said = members.filter(([, value]) => value !== undefined && value !== '')
  return { kind, x, y, width, height, ...Object.fromEntries(said) }
}

/** A new element of a kind, in the upper left corner. */
export function newElement(kind: ElementKind, widthMm: number): Element {
  const wide = Math.max(5, Math.round(widthMm / 2))
  switch (kind) {
    case 'symbol':
      return { kind, x: 2, y: 2, width: 18, height: 18, symbology: 'qr', content: '{item}', hri: 'none' }
    case 'text':
      return { kind, x: 2, y: 2, width: wide, height: 4, content: '{name}', size: 8, align: 'left', cut: true }
    case 'line':
      return { kind, x: 2, y: 2, width: wide, height: 0, thickness: 0.25 }
    case 'box':
      return { kind, x: 2, y: 2, width: wide, height: 10, thickness: 0.25 }
  }
}

/** Whether two templates say the same, whatever their order of members. */
export function sameTemplate(one: Template, other: Template): boolean {
  return JSON.stringify(bodyOfTemplate(one)) === JSON.stringify(bodyOfTemplate(other))
}
