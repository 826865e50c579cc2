// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'

type Fact = [name: string, value: ReactNode]

/** Names with what they stand for; what is empty is left out. One name may stand for several things. */
export function Facts({ facts }: { facts: Fact[] }) {
  const shown = facts.filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
  return (
    <dl className="facts">
      {shown.map(([name, value], at) => (
        <div key={`${name} ${timesBefore(shown, at)}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function timesBefore(facts: Fact[], at: number): number {
  const name = facts[at]?.[0]
  return facts.slice(0, at).filter(([other]) => other === name).length
}
