// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { NotFound } from '../shell/not-found'
import { ImportJob } from './import-job'
import { Imports } from './imports'
import { Items } from './items'
import './masters.css'
import { Messages } from '../parts/messages'
import { Partners } from './partners'
import { Places } from './places'
import { Tokens } from './tokens'
import { Users } from './users'

/** The pages below /masters and /imports; a record is in its list's address, so the list stays behind it. */
export default function PageRoutes() {
  return (
    <>
      <Messages />
      {useLocation().pathname.startsWith('/imports') ? <ImportRoutes /> : <MasterRoutes />}
    </>
  )
}

function MasterRoutes() {
  return (
    <Routes>
      <Route index element={<Navigate to="items" replace />} />
      <Route path="items/:code?/:view?" element={<Items />} />
      <Route path="places/:code?/:view?" element={<Places />} />
      <Route path="partners/:code?/:view?" element={<Partners />} />
      <Route path="users/:name?" element={<Users />} />
      <Route path="tokens" element={<Tokens />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

function ImportRoutes() {
  return (
    <Routes>
      <Route index element={<Imports />} />
      <Route path=":id" element={<ImportJob />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
