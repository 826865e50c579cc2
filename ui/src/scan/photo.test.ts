// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX, readPhoto, sizeOf } from './photo'

/** Bytes from texts and numbers. */
function bytes(...parts: (string | number[])[]): Uint8Array {
  return new Uint8Array(parts.flatMap(part => (typeof part === 'string' ? [...part].map(c => c.charCodeAt(0)) : part)))
}

const zeros = (n: number) => Array.from({ length: n }, () => 0)

const PNG = (width: number[], height: number[]) =>
  bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a], [0, 0, 0, 13], 'IHDR', width, height, [8, 2, 0, 0, 0])

describe('the size of a picture, by its first bytes', () => {
  test.each([
    ['PNG', PNG([0, 0, 2, 0x80], [0, 0, 1, 0xe0])],
    ['GIF', bytes('GIF89a', [0x80, 2, 0xe0, 1], zeros(20))],
    ['BMP', bytes('BM', zeros(16), [0x80, 2, 0, 0], [0x20, 0xfe, 0xff, 0xff], zeros(8))],
    ['WebP', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x7f, 2, 0], [0xdf, 1, 0], zeros(4))],
    ['lossy WebP', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [0x80, 2], [0xe0, 1], zeros(4))],
    ['lossless WebP', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(5), [0x7f, 0xc2, 0x77, 0], zeros(4))],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 11, 8, 1, 0xe0, 2, 0x80, 3], zeros(10))],
    [
      'AVIF',
      bytes([0, 0, 0, 8], 'ftyp', 'avif', zeros(4), [0, 0, 0, 20], 'ispe', zeros(4), [0, 0, 2, 0x80], [0, 0, 1, 0xe0]),
    ],
  ])('%s', (_, picture) => {
    expect(sizeOf(picture)).toEqual({ width: 640, height: 480 })
  })

  test.each([
    ['nothing', bytes()],
    ['a text', bytes('Lot;Serial;Quantity and more of that')],
    ['a PDF', bytes('%PDF-1.7 and much more of it')],
    ['a JPEG that ends early', bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff], zeros(12))],
    ['a JPEG whose segments lead in a circle', bytes([0xff, 0xd8], Array(40).fill(0xff))],
    ['a PNG without width', PNG([0, 0, 0, 0], [0, 0, 1, 0])],
  ])('there is none of %s', (_, picture) => {
    expect(sizeOf(picture)).toBeNull()
  })

  test('is found or not in any bytes whatever, without failing', () => {
    let state = 17
    for (let i = 0; i < 20_000; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const any = Uint8Array.from({ length: state % 90 }, (_, at) => Math.imul(state, at + 1) >>> 24)
      const head = [PNG([1, 1, 1, 1], [1, 1, 1, 1]), bytes([0xff, 0xd8]), bytes('RIFF____WEBPVP8X'), bytes('BM')][i % 4]
      const size = sizeOf(new Uint8Array([...(head ?? []).slice(0, state % 24), ...any]))
      expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
    }
  })
})

describe('a photo that is not looked at', () => {
  test('has too many bytes', async () => {
    const file = new Blob([new Uint8Array(PHOTO_BYTES_MAX + 1)])
    expect(await readPhoto(file)).toEqual({ is: 'bad', fault: 'tooLarge' })
  })

  test('would have too many pixels when it is unpacked', async () => {
    const file = new Blob([PNG([0, 0, 0x27, 0x10], [0, 0, 0x27, 0x10]) as BlobPart])
    expect(10_000 * 10_000).toBeGreaterThan(PHOTO_PIXELS_MAX)
    expect(await readPhoto(file)).toEqual({ is: 'bad', fault: 'tooManyPixels' })
  })

  test('is no picture', async () => {
    expect(await readPhoto(new Blob(['Lot;Serial;Quantity and more']))).toEqual({ is: 'bad', fault: 'noImage' })
  })
})
