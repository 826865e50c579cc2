// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Navigate, Route, Routes } from 'react-router'
import { Messages } from '../parts/messages'
import { NotFound } from '../shell/not-found'
import '../masters/masters.css'
import './labels.css'
import { OnePrint } from './print'
import { Printers } from './printers'
import { Prints } from './prints'
import { TemplatePage } from './template'
import { Templates } from './templates'

/** The pages below /labels: templates, the log of prints, and the printers of the site. */
export default function PageRoutes() {
  return (
    <>
      <Messages />
      <Routes>
        <Route index element={<Navigate to="templates" replace />} />
        <Route path="templates" element={<Templates />} />
        <Route path="templates/:code" element={<TemplatePage />} />
        <Route path="prints" element={<Prints />} />
        <Route path="prints/:print" element={<OnePrint />} />
        <Route path="printers/:code?" element={<Printers />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  )
}
