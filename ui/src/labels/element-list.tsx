// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import type { Element } from './model'

/** What is on a template, to read. */
export function ElementList({ elements }: { elements: Element[] }) {
  const { t } = useTexts()
  return (
    <ol className="element-list">
      {elements.map((element, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name but their place
        <li key={n}>
          <b>{t(`labels.elementKind.${element.kind}`)}</b>{' '}
          {element.symbology !== undefined && <span className="muted small">{element.symbology} </span>}
          {element.content !== undefined && <Code>{element.content}</Code>}
          <div className="muted small">{areaOf(element)}</div>
        </li>
      ))}
    </ol>
  )
}

/** Where an element is, in millimetres. */
export function areaOf({ x, y, width, height }: Element): string {
  return `${x}, ${y} · ${width} × ${height} mm`
}
