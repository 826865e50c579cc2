// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { useSession } from './session'
import { Wordmark } from './wordmark'

/** What is seen until the server has said who is asking. */
export function Starting({ unreachable }: { unreachable: boolean }) {
  const { t } = useTexts()
  const { ask } = useSession()
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 16 }}>
      <Wordmark />
      {unreachable ? (
        <>
          <p role="alert" style={{ margin: 0 }}>
            {t('parts.unreachable')}
          </p>
          <Button onClick={() => void ask()}>{t('parts.again')}</Button>
        </>
      ) : (
        <Loader size="sm" aria-label={t('parts.waiting')} />
      )}
    </main>
  )
}
