// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type ComponentType, lazy } from 'react'

/** What a module of pages gives: the page, and a way to have what is shown at an address there beforehand. */
type Module = { default: ComponentType; preload?: (path: string) => Promise<unknown> | undefined }

/**
 * A page that loads when it is first needed. Once it is there it is shown at once: React's own `lazy` shows its
 * fallback for a moment even then, and holds back what comes after a fallback for up to 300 ms.
 */
export function coming(load: () => Promise<Module>) {
  let Loaded: ComponentType | undefined
  const get = async () => {
    const module = await load()
    Loaded = module.default
    return module
  }
  const Late = lazy(get)
  const Page = () => (Loaded === undefined ? <Late /> : <Loaded />)
  return Object.assign(Page, {
    /** Loads it, and what it shows at the address. */
    preload: async (path: string) => {
      await (await get()).preload?.(path)
    },
  })
}
