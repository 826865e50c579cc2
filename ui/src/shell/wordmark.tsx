// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** The name with its sign: two parts that go into one. */
export function Wordmark() {
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 8,
        fontWeight: 700,
        fontSize: 16,
        color: 'var(--ink)',
      }}
    >
      <img src="/icon.svg" alt="" width={22} height={22} />
      Gozinto
    </span>
  )
}
