// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'

const TEMPLATES = ['items', 'places', 'partners', 'receive'] as const
const LISTS = ['items', 'places', 'partners', 'units', 'entries'] as const

/** Files to begin with, and the lists as files. */
export function Files() {
  const { t } = useTexts()
  return (
    <div className="import-files">
      <Card title={t('masters.templates')}>
        <ul className="files">
          {TEMPLATES.map(name => (
            <li key={name}>
              <a href={`/api/v1/imports/templates/${name}.csv`} download>
                {t(`masters.template.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('masters.exports')}>
        <ul className="files">
          {LISTS.map(name => (
            <li key={name}>
              <span>{t(`masters.list.${name}`)}</span>
              <span>
                <a
                  href={`/api/v1/${name}.xlsx`}
                  download
                  aria-label={t('masters.listXlsx', { list: t(`masters.list.${name}`) })}
                >
                  {t('masters.xlsx')}
                </a>
                {' · '}
                <a
                  href={`/api/v1/${name}.csv`}
                  download
                  aria-label={t('masters.listCsv', { list: t(`masters.list.${name}`) })}
                >
                  {t('masters.csv')}
                </a>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
