// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Route, Routes, useLocation, useParams } from 'react-router'
import { questions } from '../api/questions'
import { coming } from '../shell/coming'
import { NotFound } from '../shell/not-found'
import './lookup.css'
import { askForUnit } from './unit-questions'

const Lookup = coming(() => import('./lookup'))
const UnitPage = coming(() => import('./unit'))
const ItemPage = coming(() => import('./item'))
const PlacePage = coming(() => import('./place'))
const PartnerPage = coming(() => import('./partner'))
const EntryPage = coming(() => import('./entry'))
const Entries = coming(() => import('./entries'))
const DocumentPage = coming(() => import('./document'))

const PAGES: Record<string, typeof Lookup> = {
  lookup: Lookup,
  units: UnitPage,
  items: ItemPage,
  places: PlacePage,
  partners: PartnerPage,
  documents: DocumentPage,
}

/** Loads the page at an address; a unit's page is asked for its answers at the same time. */
export function preload(path: string) {
  const [, room = '', one] = path.split('/')
  if (room === 'units' && one) {
    askForUnit(questions, decodeURIComponent(one))
  }
  return (room === 'entries' ? (one ? EntryPage : Entries) : PAGES[room])?.preload(path)
}

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
