// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Empty } from '../parts/notices'
import { PageHead } from '../parts/page'
import { type Destination, NAVIGATION } from '../shell/navigation'
import { useMe } from '../shell/session'
import './tasks.css'

/** All that somebody may record, as buttons for a thumb. */
export default function Tiles() {
  const { t } = useTexts()
  const me = useMe()
  const tasks = NAVIGATION[1].filter((task: Destination) => task.shownTo?.(me) ?? true)
  return (
    <>
      <PageHead title={t('shell.navigation')} />
      {tasks.length === 0 && <Empty title={t('tasks.readsOnly')}>{t('tasks.readsOnlyWhy')}</Empty>}
      <ul className="task-tiles">
        {tasks.map(({ key, to, icon: Icon }) => (
          <li key={key}>
            <Link to={to} className="card">
              <Icon size={28} stroke={1.6} aria-hidden />
              <b>{t(`shell.to.${key}`)}</b>
              <span className="muted small">{t(`tasks.tile.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
