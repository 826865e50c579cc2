// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'

/** A form that opens at a button. */
export function Later({ words, children }: { words: string; children: (done: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  return open ? (
    children(() => setOpen(false))
  ) : (
    <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
      {words}
    </Button>
  )
}
