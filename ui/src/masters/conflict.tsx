// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Stack } from '@mantine/core'
import { ago } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { StateSign } from '../parts/state'
import { difference, type Facts } from './changes'
import { Differences } from './history'
import type { Conflict as Told } from './use-editor'

/** Somebody else changed the record while it was in the form: what they made of it, and the two ways on. */
export function Conflict<D extends object>(props: {
  base: D
  told: Told<D>
  /** What the API would be sent, which is what the history speaks of too. */
  facts: (draft: D) => object
  settle: (how: 'theirs' | 'mine') => void
}) {
  const { base, told, facts, settle } = props
  const { t } = useTexts()
  const changes = difference(facts(base) as Facts, facts(told.theirs) as Facts)
  return (
    <section className="card told" role="alert" data-state="held">
      <Stack gap="xs">
        <strong style={{ color: 'var(--state)', display: 'flex', gap: 8 }}>
          <StateSign state="held" />
          {told.actor && told.at
            ? t('masters.conflictBy', { who: told.actor, when: ago(told.at) })
            : t('masters.conflict')}
        </strong>
        <span className="small">{t('masters.conflictWhy')}</span>
        <Differences changes={changes} />
        <div className="buttons">
          <Button variant="default" onClick={() => settle('theirs')}>
            {t('masters.takeTheirs')}
          </Button>
          <Button onClick={() => settle('mine')}>{t('masters.keepMine')}</Button>
        </div>
      </Stack>
    </section>
  )
}
