// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { NotFound } from '../shell/not-found'

const Receive = lazy(() => import('./receive'))

export default function TaskRoutes() {
  return (
    <Routes>
      <Route path="receive" element={<Receive />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
