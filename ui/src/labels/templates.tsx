// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { LabelsHead } from './head'
import { ABOUTS, type ShortTemplate } from './model'
import { useTemplates } from './use-labels'

/** What labels look like: those that come with the product, and those of this site. */
export function Templates() {
  const { t } = useTexts()
  const { data, error, isError, refetch } = useTemplates()
  return (
    <>
      <LabelsHead tab="templates" />
      {isError && data === undefined ? (
        <ProblemNotice error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting rows={8} />
      ) : data.length === 0 ? (
        <div className="card">
          <Empty title={t('labels.noTemplates')} />
        </div>
      ) : (
        <div className="page-parts">
          {ABOUTS.map(about => ({ about, here: data.filter(one => one.about === about) }))
            .filter(({ here }) => here.length > 0)
            .map(({ about, here }) => (
              <section key={about} className="card">
                <h2>{t(`labels.about.${about}`)}</h2>
                <Rows
                  className="record-list"
                  words={[t('labels.template'), t('labels.symbols'), t('labels.origin')]}
                  numbers={[t('labels.sizeMm')]}
                >
                  {here.map(template => (
                    <TemplateRow key={template.code} template={template} />
                  ))}
                </Rows>
              </section>
            ))}
        </div>
      )}
    </>
  )
}

function TemplateRow({ template }: { template: ShortTemplate }) {
  const { t } = useTexts()
  const { code, name, symbols, builtIn, widthMm, heightMm } = template
  return (
    <tr>
      <td>
        <Link className="row-link" to={`/labels/templates/${segment(code)}`}>
          {name}
        </Link>{' '}
        <Code>{code}</Code>
      </td>
      <td>{symbols.join(', ')}</td>
      <td>{builtIn ? t('labels.builtIn') : <StateChip state="info">{t('labels.own')}</StateChip>}</td>
      <td className="num">{t('labels.size', { width: widthMm, height: heightMm })}</td>
    </tr>
  )
}
