// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { ELEMENT_KINDS, type Element, type Template } from './model'
import { bodyOfTemplate, newElement, sameTemplate } from './template-body'

const TEXT: Element = { kind: 'text', x: 1, y: 2, width: 20, height: 4, content: '{name}', size: 8, hri: 'below' }

const TEMPLATE: Template = {
  code: 'OWN',
  name: 'Own',
  about: 'unit',
  widthMm: 50,
  heightMm: 25,
  builtIn: false,
  symbols: [],
  version: 3,
  elements: [TEXT],
}

describe('a template that is sent', () => {
  test('has what its elements have by their kinds, and nothing that the server works out', () => {
    const body = bodyOfTemplate(TEMPLATE)
    expect(body).not.toHaveProperty('symbols')
    expect(body.elements).toEqual([{ kind: 'text', x: 1, y: 2, width: 20, height: 4, content: '{name}', size: 8 }])
  })

  test('leaves out what was emptied', () => {
    const emptied = { ...TEMPLATE, elements: [{ ...TEXT, content: '' }] }
    expect(bodyOfTemplate(emptied).elements[0]).not.toHaveProperty('content')
  })

  test('is the same when only an answer of the server differs', () => {
    expect(sameTemplate(TEMPLATE, { ...TEMPLATE, symbols: ['qr'] })).toBe(true)
    expect(sameTemplate(TEMPLATE, { ...TEMPLATE, widthMm: 51 })).toBe(false)
  })
})

describe('a new element', () => {
  test('is on the label, however small that is', () => {
    for (const kind of ELEMENT_KINDS.filter(one => one !== 'symbol')) {
      const { x, width } = newElement(kind, 20)
      expect(x + width).toBeLessThanOrEqual(20)
    }
  })
})
