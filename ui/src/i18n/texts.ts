// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type english from './languages/en'

type KeysOf<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : KeysOf<T[K], `${Before}${K}.`>
}[keyof T & string]

type WithoutNumber<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** A key of the texts, such as `tasks.receive.title`; those of a text in singular and plural without their ending. */
export type TextKey = WithoutNumber<KeysOf<typeof english>>

/** Gives a text in the reader's language. i18next's own types of this take the compiler minutes at our size. */
export type Texts = (key: TextKey, values?: Record<string, string | number | undefined>) => string

export function useTexts(): { t: Texts } {
  return useTranslation() as unknown as { t: Texts }
}
