// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { lazy } from 'react'
import { Route, Routes, useLocation, useParams } from 'react-router'
import { NotFound } from '../shell/not-found'
import './lookup.css'

const Lookup = lazy(() => import('./lookup'))
const UnitPage = lazy(() => import('./unit'))
const ItemPage = lazy(() => import('./item'))
const PlacePage = lazy(() => import('./place'))
const PartnerPage = lazy(() => import('./partner'))
const EntryPage = lazy(() => import('./entry'))
const Entries = lazy(() => import('./entries'))
const DocumentPage = lazy(() => import('./document'))

/** The shell mounts these pages below each of their rooms. */
export default function PageRoutes() {
  const { pathname } = useLocation()
  switch (pathname.split('/')[1]) {
    case 'lookup':
      return (
        <Routes>
          <Route index element={<Lookup />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      )
    case 'units':
      return one(':id', UnitPage)
    case 'items':
      return one(':code', ItemPage)
    case 'places':
      return one(':code', PlacePage)
    case 'partners':
      return one(':code', PartnerPage)
    case 'documents':
      return one(':number', DocumentPage)
    case 'entries':
      return (
        <Routes>
          <Route index element={<Entries />} />
          <Route path=":seq" element={<Afresh page={EntryPage} />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      )
    default:
      return <NotFound />
  }
}

function one(path: string, page: typeof UnitPage) {
  return (
    <Routes>
      <Route path={path} element={<Afresh page={page} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Another thing of the same sort is another page: what was opened or typed for the one is not for the other. */
function Afresh({ page: Page }: { page: typeof UnitPage }) {
  const params = useParams()
  return <Page key={Object.values(params).join('/')} />
}
