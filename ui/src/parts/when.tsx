// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { ago, exactMoment, moment } from '../i18n/formats'

/** A time, as long ago; exactly on hover. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactMoment(at)}>
      {ago(at)}
    </time>
  )
}

/** A time as it was stated. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactMoment(at)}>
      {moment(at)}
    </time>
  )
}
