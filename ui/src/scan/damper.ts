// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** A code that was out of sight for this long is scanned anew. */
export const AWAY_MS = 2_000

/** Two looks at a code that is not sure by itself must follow each other this closely. */
const CONFIRM_MS = 1_000

/** What a look at a code means. */
export type Look =
  /** It is a scan. */
  | 'scan'
  /** It was scanned and is still in sight. */
  | 'already'
  /** It must be seen once more first. */
  | 'perhaps'

type Seen = { lastMs: number; taken: boolean }

/** Makes one scan of the many frames in which a camera sees the same code. */
export class Damper {
  private readonly seen = new Map<string, Seen>()

  look(code: string, sure: boolean, nowMs: number): Look {
    const before = this.seen.get(code)
    const goneMs = before === undefined ? Number.POSITIVE_INFINITY : nowMs - before.lastMs
    if (before?.taken === true && goneMs < AWAY_MS) {
      before.lastMs = nowMs
      return 'already'
    }
    const taken = sure || (before?.taken === false && goneMs <= CONFIRM_MS)
    this.seen.set(code, { lastMs: nowMs, taken })
    this.forget(nowMs)
    return taken ? 'scan' : 'perhaps'
  }

  private forget(nowMs: number) {
    for (const [code, { lastMs }] of this.seen) {
      if (nowMs - lastMs > AWAY_MS) {
        this.seen.delete(code)
      }
    }
  }
}
