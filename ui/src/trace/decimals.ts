// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Adds decimal strings digit by digit; quantities are never floating point numbers. */
export function sum(numbers: readonly string[]): string {
  const scale = Math.max(0, ...numbers.map(decimals))
  const total = numbers.reduce((all, number) => all + scaled(number, scale), 0n)
  return plain(total, scale)
}

function decimals(number: string): number {
  const dot = number.indexOf('.')
  return dot < 0 ? 0 : number.length - dot - 1
}

function scaled(number: string, scale: number): bigint {
  return BigInt(number.replace('.', '') + '0'.repeat(scale - decimals(number)))
}

function plain(total: bigint, scale: number): string {
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = total < 0n ? '-' : ''
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - scale)}`
}

export function isZero(number: string): boolean {
  return !/[1-9]/.test(number)
}

/** Sums a quantity for each item, in the order in which the items come. */
export function perItem<T extends { item: string }>(rows: readonly T[], qty: (row: T) => string) {
  const of = new Map<string, string[]>()
  for (const row of rows) {
    const known = of.get(row.item)
    if (known === undefined) {
      of.set(row.item, [qty(row)])
    } else {
      known.push(qty(row))
    }
  }
  return [...of].map(([item, all]) => ({ item, qty: sum(all) })).filter(row => !isZero(row.qty))
}
