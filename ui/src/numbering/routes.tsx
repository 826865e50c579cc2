// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Route, Routes, useParams } from 'react-router'
import { Messages } from '../parts/messages'
import { NotFound } from '../shell/not-found'
import './numbering.css'
import { Pool } from './pool'
import { Pools } from './pools'

/** The pages below /numbers: the blocks of all items, and the numbers of one. */
export default function PageRoutes() {
  return (
    <>
      <Messages />
      <Routes>
        <Route index element={<Pools />} />
        <Route path=":item" element={<Afresh />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  )
}

/** Another item is another page: what was typed for the one is not for the other. */
function Afresh() {
  const { item = '' } = useParams()
  return <Pool key={item} code={item} />
}
