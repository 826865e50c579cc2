// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Decoder } from './decoder'

export const PHOTO_BYTES_MAX = 25_000_000
export const PHOTO_PIXELS_MAX = 40_000_000

/** What is looked at: a larger photo is made smaller first, which finds as much and takes a part of the time. */
const LOOKED_AT_PIXELS = 16_000_000

/** As much as the head of a picture can need: photographs have a small picture and a place in front of their size. */
const HEAD_BYTES = 512 * 1024

export type Size = { width: number; height: number }

export type PhotoFault = 'tooLarge' | 'tooManyPixels' | 'noImage' | 'broken' | 'tooLong'

export type PhotoAnswer = { is: 'codes'; codes: string[] } | { is: 'bad'; fault: PhotoFault }

/** Reads all codes in a photo. Its size is looked at before it is unpacked: a small file can be a huge picture. */
export async function readPhoto(file: Blob): Promise<PhotoAnswer> {
  if (file.size > PHOTO_BYTES_MAX) {
    return { is: 'bad', fault: 'tooLarge' }
  }
  const size = sizeOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (size === null) {
    return { is: 'bad', fault: 'noImage' }
  }
  if (size.width * size.height > PHOTO_PIXELS_MAX) {
    return { is: 'bad', fault: 'tooManyPixels' }
  }
  const image = await unpacked(file, size).catch(() => null)
  if (image === null) {
    return { is: 'bad', fault: 'broken' }
  }
  const decoder = new Decoder()
  try {
    return { is: 'codes', codes: [...new Set((await decoder.read(image, true)).map(symbol => symbol.code))] }
  } catch {
    return { is: 'bad', fault: 'tooLong' }
  } finally {
    decoder.close()
  }
}

function unpacked(file: Blob, size: Size): Promise<ImageBitmap> {
  const shrink = Math.sqrt(LOOKED_AT_PIXELS / (size.width * size.height))
  return shrink >= 1
    ? createImageBitmap(file)
    : createImageBitmap(file, { resizeWidth: Math.floor(size.width * shrink), resizeQuality: 'high' })
}

/** How large a picture is, by its first bytes: PNG, JPEG, GIF, BMP, WebP, AVIF, HEIC; null when it is none of them. */
export function sizeOf(bytes: Uint8Array): Size | null {
  if (bytes.length < 16) {
    return null
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  try {
    const size =
      word(1, 3) === 'PNG' && word(12, 4) === 'IHDR'
        ? { width: view.getUint32(16), height: view.getUint32(20) }
        : word(0, 3) === 'GIF'
          ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
          : word(0, 2) === 'BM'
            ? { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
            : word(0, 4) === 'RIFF' && word(8, 4) === 'WEBP'
              ? webp(view, word(12, 4))
              : view.getUint16(0) === 0xffd8
                ? jpeg(view)
                : word(4, 4) === 'ftyp'
                  ? boxed(view)
                  : null
    return size !== null && size.width > 0 && size.height > 0 ? size : null
  } catch {
    // It ends before it says how large it is.
    return null
  }
}

function webp(view: DataView, kind: string): Size | null {
  switch (kind) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': {
      const [width, height] = [24, 27].map(at => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1)
      return { width: width ?? 0, height: height ?? 0 }
    }
    default:
      return null
  }
}

/** The frame of a JPEG stands behind segments of any kind, each with its length. */
function jpeg(view: DataView): Size | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      return null
    }
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    const isFill = marker === 0xff
    at += isFill ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** AVIF and HEIC say the size of each of their pictures in a box `ispe`; the largest counts. */
function boxed(view: DataView): Size | null {
  let largest: Size | null = null
  for (let at = 4; at + 16 <= view.byteLength; at++) {
    if (view.getUint32(at) === 0x69737065) {
      const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
      if (largest === null || size.width * size.height > largest.width * largest.height) {
        largest = size
      }
    }
  }
  return largest
}
