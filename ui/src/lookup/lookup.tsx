// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useSearchParams } from 'react-router'
import { questions } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { PageHead } from '../parts/page'
import { useScans } from '../scan/scanner'
import { apart, shown, together } from '../scan/several'
import { CodeAnswer } from './code-answer'
import { CodeBox } from './code-box'
import { RememberedList } from './remembered-list'
import { UnitFilters } from './unit-filters'
import { UnitList } from './unit-list'
import { useUnitQuery } from './unit-query'

/** Takes any number and leads to what it is; below it stands everything there is, narrowed by the address. */
export default function Lookup() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const code = together(params.getAll('code'))
  const { query, narrow } = useUnitQuery()

  const ask = (next: string) => {
    if (next === code) {
      void questions.invalidateQueries({ queryKey: ['lookup', code] })
    } else {
      setParams({ code: apart(next) })
    }
  }
  useScans(ask)

  return (
    <>
      <PageHead title={code === '' ? t('lookup.title') : shown(code)} heading={t('lookup.title')} />
      <div className="lookup">
        <CodeBox code={code} onCode={ask} />
        {code !== '' ? (
          <CodeAnswer key={code} code={code} of={params.get('of') ?? undefined} />
        ) : (
          <>
            <RememberedList />
            <UnitFilters query={query} onNarrow={narrow} />
            <UnitList query={query} />
          </>
        )}
      </div>
    </>
  )
}
