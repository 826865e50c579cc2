// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Counts what is asked; of each asking its result tells whether it is still the newest one. */
export function newest(): () => () => boolean {
  let last = 0
  return () => {
    const mine = ++last
    return () => mine === last
  }
}
