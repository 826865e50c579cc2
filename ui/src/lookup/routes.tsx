// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Route, Routes } from 'react-router'
import { NotFound } from '../shell/not-found'

export default function PageRoutes() {
  return (
    <Routes>
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
