// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react'

/** An address at which a page can show a document that it has; it ends with the page. */
export function useBlobAddress(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (blob === undefined) {
      setAddress(undefined)
      return
    }
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
