// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** The texts of another language: each key of the English ones, with another text. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }
