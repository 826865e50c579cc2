// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { type Texts, useTexts } from '../i18n/texts'
import type { Reason } from './model'

/** A reason as a sentence: in the reader's language where the code is known, else as the server says it. */
export function reasonWords(reason: Reason, _t: Texts): string {
  return reason.detail ?? reason.code
}

/** Reasons, as the lines of a list. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTexts()
  return reasons.map(reason => <li key={`${reason.code} ${reason.detail}`}>{reasonWords(reason, t)}</li>)
}
