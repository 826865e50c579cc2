// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Finds symbols in pictures, beside the page, so that the page stays smooth meanwhile. The decoder comes with the
// product: nothing is loaded from elsewhere.
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { symbolsOf } from './symbol'

/**
 * What is printed on goods. ITF only with 14 digits and its check digit: a slanting look at any ITF symbol finds a
 * shorter one in it.
 */
const FORMATS: ReaderOptions['formats'] = [
  'Code128',
  'Code39',
  'Code93',
  'ITF14',
  'EANUPC',
  'DataBar',
  'DataMatrix',
  'QRCode',
  'Aztec',
  'PDF417',
]

export type Order = { n: number; image: ImageBitmap; thorough: boolean }

prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path) },
})

let canvas: OffscreenCanvas | null = null

function pixels(image: ImageBitmap): ImageData {
  const { width, height } = image
  if (canvas === null || canvas.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height)
  }
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) {
    throw new Error('This browser draws no pictures beside the page.')
  }
  context.drawImage(image, 0, 0)
  image.close()
  return context.getImageData(0, 0, width, height)
}

self.onmessage = async ({ data: { n, image, thorough } }: MessageEvent<Order>) => {
  try {
    const found = await readBarcodes(pixels(image), {
      formats: FORMATS,
      textMode: 'Plain',
      tryHarder: true,
      tryDenoise: thorough,
      maxNumberOfSymbols: 16,
    })
    self.postMessage({ n, symbols: symbolsOf(found) })
  } catch (e) {
    self.postMessage({ n, failed: String(e) })
  }
}
