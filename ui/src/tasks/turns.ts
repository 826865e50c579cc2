// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { PendingScan } from './shelf'

type Work = () => unknown

/**
 * Scans in the order in which they were made, each read once. What is scanned before the draft was taken from the
 * device stays on the shelf: there is nothing yet that it could change. The beginning reads what is there then; a scan
 * of that moment is handed in twice and read once.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve()
  private begun = false
  private readonly taken = new Set<string>()

  /** Does this when all before it is done. */
  next(work: Work) {
    this.last = this.last.then(work)
  }

  /** Reads a scan in its turn, or leaves it for the beginning. */
  read(scan: PendingScan, work: Work) {
    if (this.begun && !this.taken.has(scan.id)) {
      this.taken.add(scan.id)
      this.next(work)
    }
  }

  /** The draft is there: what lay in it unread comes first, then what waits on the shelf. */
  begin(first: Work, waiting: readonly PendingScan[], workOf: (scan: PendingScan) => Work) {
    this.begun = true
    this.next(first)
    for (const scan of waiting) {
      this.read(scan, workOf(scan))
    }
  }
}
