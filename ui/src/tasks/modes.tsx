// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useMayRecord } from '../shell/session'

type Way<M extends string> = { mode: M; label: string; acts: string[] }

/** The ways of a task that somebody may record, and the one that the address names. */
export function useMode<M extends string>(ways: readonly { mode: M; acts: readonly string[] }[]): M | undefined {
  const [params] = useSearchParams()
  const may = useMayRecord()
  const open = ways.filter(way => way.acts.every(may))
  return (open.find(way => way.mode === params.get('mode')) ?? open[0])?.mode
}

/** Chooses between the ways of a task; the choice stands in the address. */
export function Modes<M extends string>({ ways, mode, label }: { ways: Way<M>[]; mode: M; label: string }) {
  const [, setParams] = useSearchParams()
  const may = useMayRecord()
  const open = ways.filter(way => way.acts.every(may))
  return open.length < 2 ? null : (
    <SegmentedControl
      aria-label={label}
      value={mode}
      onChange={value =>
        setParams(
          now => {
            now.set('mode', value)
            return now
          },
          { replace: true },
        )
      }
      data={open.map(way => ({ value: way.mode, label: way.label }))}
      size="md"
      fullWidth
      mb="sm"
    />
  )
}
