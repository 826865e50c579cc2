// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { Order } from './decoder-worker'
import type { FoundSymbol } from './symbol'

type Answer = { n: number; symbols: FoundSymbol[] } | { n: number; failed: string }

type Waiting = { take: (symbols: FoundSymbol[]) => void; fail: (why: Error) => void }

/** A picture took longer than anybody waits, or the worker died of it. */
export class NotDecoded extends Error {
  override name = 'NotDecoded'
}

/** The first picture waits for a megabyte of program too. */
const PATIENCE_MS = 30_000

/** A decoder in a worker of its own; whoever opens it closes it. */
export class Decoder {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private n = 0

  /** Finds the symbols in a picture, which is given away. */
  read(image: ImageBitmap, thorough = false): Promise<FoundSymbol[]> {
    const worker = this.open()
    const n = ++this.n
    return new Promise<FoundSymbol[]>((take, fail) => {
      const timer = setTimeout(() => this.fail(new NotDecoded('no answer in time')), PATIENCE_MS)
      const settled = () => {
        clearTimeout(timer)
        this.waiting.delete(n)
      }
      this.waiting.set(n, {
        take: symbols => {
          settled()
          take(symbols)
        },
        fail: why => {
          settled()
          fail(why)
        },
      })
      const order: Order = { n, image, thorough }
      worker.postMessage(order, [image])
    })
  }

  close() {
    this.fail(new NotDecoded('closed'))
  }

  private open(): Worker {
    if (this.worker === null) {
      this.worker = new Worker(new URL('./decoder-worker.ts', import.meta.url), { type: 'module' })
      this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        const one = this.waiting.get(data.n)
        if ('symbols' in data) {
          one?.take(data.symbols)
        } else {
          one?.fail(new NotDecoded(data.failed))
        }
      }
      this.worker.onerror = event => this.fail(new NotDecoded(event.message))
    }
    return this.worker
  }

  /** Ends the worker with all that it was asked; the next picture begins with a new one. */
  private fail(why: NotDecoded) {
    this.worker?.terminate()
    this.worker = null
    for (const one of [...this.waiting.values()]) {
      one.fail(why)
    }
  }
}
