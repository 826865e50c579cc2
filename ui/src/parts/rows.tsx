// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'

/** A table as wide as its page, or to be scrolled within it: columns of words first, then columns of numbers. */
export function Rows(props: {
  words: readonly string[]
  numbers?: readonly string[]
  className?: string
  /** What it is about, for a table without links: a box that scrolls must be reached by keyboard. */
  label?: string
  children: ReactNode
}) {
  const { words, numbers = [], className, label, children } = props
  const reached = label === undefined ? {} : ({ role: 'region', tabIndex: 0, 'aria-label': label } as const)
  return (
    <div className={className === undefined ? 'rows-scroll' : `rows-scroll ${className}`} {...reached}>
      <table className="rows">
        <thead>
          <tr>
            {words.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {numbers.map(name => (
              <th key={name} scope="col" className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
