// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Route, Routes } from 'react-router'
import { NotFound } from '../shell/not-found'
import Trace from './page'

export default function PageRoutes() {
  return (
    <Routes>
      <Route index element={<Trace />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
