// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ComponentType } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { NotFound } from '../shell/not-found'
import { ClaimPage } from './claim'
import { Claims } from './claims'
import { Costs } from './costs'
import { Desk } from './desk'
import { FitRules } from './fit-rules'
import { Recoveries } from './recoveries'
import { RecoveryPage } from './recovery'
import { Standings } from './standings'
import { TermPage } from './term'
import { Terms } from './terms'
import '../lookup/lookup.css'
import '../masters/masters.css'
import './care.css'

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<Navigate to="desk" replace />} />
      <Route path="desk" element={<Desk />} />
      <Route path="claims" element={<Claims />} />
      <Route path="claims/:number" element={<Afresh of={ClaimPage} />} />
      <Route path="recoveries" element={<Recoveries />} />
      <Route path="recoveries/:number" element={<Afresh of={RecoveryPage} />} />
      <Route path="terms" element={<Terms />} />
      <Route path="terms/:code" element={<Afresh of={TermPage} />} />
      <Route path="new-term" element={<TermPage />} />
      <Route path="fits" element={<FitRules />} />
      <Route path="standings" element={<Standings />} />
      <Route path="costs" element={<Costs />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Another record is another page: what was written in the one is not for the other. */
function Afresh({ of: Page }: { of: ComponentType }) {
  const { number, code } = useParams()
  return <Page key={number ?? code} />
}
