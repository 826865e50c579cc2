// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Route, Routes, useParams } from 'react-router'
import { NotFound } from '../shell/not-found'
import { ScopeList } from './list'
import { ScopePage } from './scope'
import '../lookup/lookup.css'
import '../trace/trace.css'
import './scopes.css'

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<ScopeList />} />
      <Route path=":id" element={<Afresh />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Another scope is another page: what was asked of the one is not of the other. */
function Afresh() {
  const { id = '' } = useParams()
  return <ScopePage key={id} id={id} />
}
