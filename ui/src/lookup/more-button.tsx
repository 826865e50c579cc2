// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTexts } from '../i18n/texts'

type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>

/** Asks for the next page of a list, as long as there is one. */
export function MoreButton({ of }: { of: Pages }) {
  const { t } = useTexts()
  return (
    of.hasNextPage && (
      <Button
        variant="default"
        mt="sm"
        className="no-print"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        {t('lookup.showMore')}
      </Button>
    )
  )
}
