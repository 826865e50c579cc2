// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Quantities are decimal strings of any length; they are added digit by digit and never become floating point. */
function scaled(qty: string): { value: bigint; decimals: number } {
  const [whole = '0', fraction = ''] = qty.split('.')
  return { value: BigInt(whole + fraction), decimals: fraction.length }
}

function unscaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return value < 0n ? `-${short}` : short
}

/** Whether a text is a quantity of zero or more as the API takes it. */
export function isQuantity(text: string): boolean {
  return /^\d{1,15}(\.\d{1,9})?$/.test(text)
}

/** What somebody typed, as a quantity: a decimal comma is a point, spaces are nothing. */
export function typedQuantity(text: string): string {
  return text.trim().replace(/\s/g, '').replace(',', '.')
}

export function plus(a: string, b: string): string {
  const [x, y] = [scaled(a), scaled(b)]
  const decimals = Math.max(x.decimals, y.decimals)
  return unscaled(
    x.value * 10n ** BigInt(decimals - x.decimals) + y.value * 10n ** BigInt(decimals - y.decimals),
    decimals,
  )
}

export function minus(a: string, b: string): string {
  return plus(a, b.startsWith('-') ? b.slice(1) : `-${b}`)
}

export function isZero(qty: string): boolean {
  return scaled(qty).value === 0n
}

export function atLeast(a: string, b: string): boolean {
  return !minus(a, b).startsWith('-')
}

type Range = { before: string; from: bigint; count: number; width: number; after: string }

const COUNT_MAX = 1_000_000

/**
 * A range of serials such as `SN0001-SN0500` or `SN0001+500`: the last run of digits counts up. Null for one number,
 * also when it has a hyphen in it, as `bilou-87`. The server reads them in the same way.
 */
export function rangeOf(text: string): Range | null {
  const counted = /^(.*?)(\d+)(\D*)\+(\d{1,7})$/.exec(text)
  if (counted !== null) {
    const [, before = '', digits = '', after = '', count = ''] = counted
    return range(before, digits, after, Number(count))
  }
  for (let at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
    const first = /^(.*?)(\d+)(\D*)$/.exec(text.slice(0, at).trim())
    const last = /^(.*?)(\d+)(\D*)$/.exec(text.slice(at + 1).trim())
    const [, before = '', digits = '', after = ''] = first ?? []
    if (first !== null && last !== null && last[1] === before && last[3] === after) {
      const count = BigInt(last[2] ?? '0') - BigInt(digits) + 1n
      if (count > 1n && count <= BigInt(COUNT_MAX) && (last[2] ?? '').length >= digits.length) {
        return range(before, digits, after, Number(count))
      }
    }
  }
  return null
}

function range(before: string, digits: string, after: string, count: number): Range | null {
  return count > 0 && count <= COUNT_MAX ? { before, from: BigInt(digits), count, width: digits.length, after } : null
}

/** How many numbers a list or range stands for. */
export function countOf(serials: string): number {
  return serials
    .split(',')
    .filter(part => part.trim() !== '')
    .reduce((sum, part) => sum + (rangeOf(part.trim())?.count ?? 1), 0)
}

/** The numbers of a list or range one by one, so many at the most. */
export function numbersIn(serials: string, most: number): string[] {
  const numbers: string[] = []
  for (const part of serials.split(',').map(one => one.trim())) {
    const wanted = rangeOf(part)
    if (wanted === null) {
      numbers.push(...(part === '' ? [] : [part]))
      continue
    }
    const { before, from, count, width, after } = wanted
    for (let i = 0; i < count && numbers.length < most; i++) {
      numbers.push(before + (from + BigInt(i)).toString().padStart(width, '0') + after)
    }
  }
  return numbers.slice(0, most)
}

/** Whether a number is one of a range's. */
export function covers(serials: string, serial: string): boolean {
  return serials.split(',').some(part => {
    const wanted = rangeOf(part.trim())
    if (wanted === null) {
      return part.trim() === serial
    }
    const { before, from, count, width, after } = wanted
    const digits = serial.slice(before.length, serial.length - after.length)
    if (!serial.startsWith(before) || !serial.endsWith(after) || !/^\d+$/.test(digits) || digits.length < width) {
      return false
    }
    const n = BigInt(digits)
    return n >= from && n < from + BigInt(count) && n.toString().padStart(width, '0') === digits
  })
}
