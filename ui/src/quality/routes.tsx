// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ComponentType } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { NotFound } from '../shell/not-found'
import { CausePage } from './cause'
import { Causes } from './causes'
import { CertificatePage } from './certificate'
import { Certificates } from './certificates'
import { Codes } from './codes'
import { ComplaintPage } from './complaint'
import { Complaints } from './complaints'
import { InspectionPage } from './inspection'
import { Inspections } from './inspections'
import { NonconformancePage } from './nonconformance'
import { Nonconformances } from './nonconformances'
import { Plans } from './plans'
import { SignalList } from './signals'
import '../lookup/lookup.css'
import '../masters/masters.css'
import './quality.css'

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<Navigate to="complaints" replace />} />
      <Route path="complaints" element={<Complaints />} />
      <Route path="complaints/:number" element={<Afresh of={ComplaintPage} />} />
      <Route path="codes" element={<Codes />} />
      <Route path="inspections" element={<Inspections />} />
      <Route path="inspections/:number" element={<Afresh of={InspectionPage} />} />
      <Route path="plans" element={<Plans />} />
      <Route path="nonconformances" element={<Nonconformances />} />
      <Route path="nonconformances/:number" element={<Afresh of={NonconformancePage} />} />
      <Route path="certificates" element={<Certificates />} />
      <Route path="certificates/:number" element={<Afresh of={CertificatePage} />} />
      <Route path="signals" element={<SignalList />} />
      <Route path="causes" element={<Causes />} />
      <Route path="causes/:number" element={<Afresh of={CausePage} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Another record is another page: what was written in the one is not for the other. */
function Afresh({ of: Page }: { of: ComponentType }) {
  const { number = '' } = useParams()
  return <Page key={number} />
}
