// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { pathOf } from './addresses'
import type { CertificateContent } from './model'
import { UnitWords } from './words'

/** What a certificate says: what was found, what went in with which certificate, and what is missing. */
export function ContentCard({ content }: { content: CertificateContent }) {
  const { t } = useTexts()
  return (
    <div className="quality-form">
      {content.missing.map(one => (
        <StateChip key={one} state="held">
          {one}
        </StateChip>
      ))}
      {content.results.length === 0 && <p className="muted">{t('quality.noResults')}</p>}
      {content.results.length > 0 && (
        <Rows
          label={t('quality.results')}
          words={[t('quality.characteristics'), t('quality.field.inspection')]}
          numbers={[
            t('quality.field.limits'),
            t('quality.field.n'),
            t('quality.field.mean'),
            t('quality.field.range'),
            t('quality.field.defects'),
          ]}
        >
          {content.results.map(one => (
            <tr key={`${one.inspection} ${one.characteristic}`}>
              <td>
                {one.name ?? one.characteristic}{' '}
                {!one.conforms && <StateChip state="bad">{t('quality.rejected')}</StateChip>}
              </td>
              <td>
                <Link to={pathOf('inspections', one.inspection)}>{one.inspection}</Link>
              </td>
              <td className="num">
                {one.lower ?? ''} – {one.upper ?? ''} {one.unit}
              </td>
              <td className="num">{count(one.count)}</td>
              <td className="num">{one.mean}</td>
              <td className="num">{one.min !== undefined && `${one.min} – ${one.max}`}</td>
              <td className="num">{count(one.defects)}</td>
            </tr>
          ))}
        </Rows>
      )}
      {content.inputs.length > 0 && (
        <Rows
          label={t('quality.inputs')}
          words={[t('quality.inputs'), t('quality.field.supplier'), t('quality.tab.certificates')]}
        >
          {content.inputs.map(one => (
            <tr key={one.unit.unit}>
              <td>
                <UnitWords unit={one.unit} />
              </td>
              <td className="code">{one.supplier}</td>
              <td>
                {one.certificate === undefined ? (
                  <StateChip state="held">{t('quality.missing')}</StateChip>
                ) : (
                  <Link to={pathOf('certificates', one.certificate)}>{one.issuerNumber ?? one.certificate}</Link>
                )}
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </div>
  )
}
