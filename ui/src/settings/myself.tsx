// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { actsOf } from '../masters/acts'
import { Card } from '../parts/page'
import { useMe } from '../shell/session'

/** Who is signed in, and what they may record. */
export function Myself() {
  const { t } = useTexts()
  const { user, role, records } = useMe()
  const acts = actsOf('administrator').filter(act => records.includes(act))
  return (
    <Card title={t('settings.me')}>
      <dl className="pairs-list">
        <dt>{t('settings.user')}</dt>
        <dd>{user}</dd>
        <dt>{t('settings.role')}</dt>
        <dd>
          {t(`shell.role.${role}`)}
          <div className="muted small">{t(`masters.roleMay.${role}`)}</div>
        </dd>
        <dt>{t('settings.act')}</dt>
        <dd>{acts.length === 0 ? t('settings.nothing') : acts.map(act => t(`masters.act.${act}`)).join(', ')}</dd>
      </dl>
    </Card>
  )
}
