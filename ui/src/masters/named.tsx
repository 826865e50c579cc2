// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router'
import { address } from '../api/client'
import { Code } from '../parts/code'

/** The first cell of a row: its name and code, which lead to the record; the whole row can be pressed. */
export function Named(props: { to: string; record: { code: string; name: string }; search: string; view?: string }) {
  const { to, record, search, view } = props
  return (
    <div className="named">
      <Link className="row-link" to={address(to, { q: search, view })}>
        {record.name}
      </Link>
      {record.name !== record.code && (
        <>
          {' '}
          <Code>{record.code}</Code>
        </>
      )}
    </div>
  )
}
