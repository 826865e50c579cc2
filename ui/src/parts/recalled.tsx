// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router'
import { segment } from '../api/client'
import type { RecallTag } from '../api/model'
import { useTexts } from '../i18n/texts'
import { StateChip, StateSign } from './state'
import { Ago } from './when'

const pathOf = (number: string) => `/recalls/${segment(number)}`

/** Shouts that something is in a recall, with the way to the case. */
export function RecallBanner({ recalls }: { recalls: readonly RecallTag[] | undefined }) {
  const { t } = useTexts()
  return recalls?.map(({ recall, title, since }) => (
    <section key={recall} className="card recalled" data-state="bad" role="alert">
      <StateSign state="bad" size={22} />
      <div>
        <strong>{t('parts.inRecall', { recall })}</strong>
        <div>
          <Link to={pathOf(recall)}>{title}</Link>{' '}
          <span className="muted small">
            {t('parts.stoppedSince')} <Ago at={since} />
          </span>
        </div>
      </div>
    </section>
  ))
}

/** The same in a row, for each recall. */
export function RecallChips({ recalls }: { recalls: readonly Pick<RecallTag, 'recall' | 'title'>[] | undefined }) {
  const { t } = useTexts()
  return recalls?.map(({ recall, title }) => (
    <Link key={recall} to={pathOf(recall)} className="recalled-chip" title={title}>
      <StateChip state="bad">{t('parts.inRecallShort', { recall })}</StateChip>
    </Link>
  ))
}
