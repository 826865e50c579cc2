// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Route, Routes, useParams } from 'react-router'
import { NotFound } from '../shell/not-found'
import { CasePage } from './case'
import { Drills } from './drills'
import { RecallList } from './list'
import '../lookup/lookup.css'
import '../masters/masters.css'
import '../trace/trace.css'
import './recalls.css'

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<RecallList />} />
      <Route path="drills" element={<Drills />} />
      <Route path=":number" element={<Afresh />} />
      <Route path=":number/:tab" element={<Afresh />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Another case is another page: what was written in the one is not for the other. */
function Afresh() {
  const { number = '' } = useParams()
  return <CasePage key={number} />
}
