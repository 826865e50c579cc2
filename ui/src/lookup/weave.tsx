// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from 'react'

/**
 * A sentence with things in it: `Moved <what/> to <to/>`, so that each language puts them where it wants them. What is
 * not given is left out.
 */
export function weave(text: string, things: Record<string, ReactNode>): ReactNode {
  return text.split(/<(\w+)\/>/).map((piece, i) => {
    const content = i % 2 === 0 ? piece : things[piece]
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order
    return <Fragment key={i}>{content}</Fragment>
  })
}
