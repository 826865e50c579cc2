// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { currentLanguage } from '../i18n'
import { type TextKey, type Texts, useTexts } from '../i18n/texts'
import type { Reason } from './model'

const KNOWN = {
  'no-registration': 'care.reason.no_registration',
  'no-installation': 'care.reason.no_installation',
  'no-sale': 'care.reason.no_sale',
  'no-shipment': 'care.reason.no_shipment',
  'no-manufacture': 'care.reason.no_manufacture',
  'no-receipt': 'care.reason.no_receipt',
  'no-revision': 'care.reason.no_revision',
  'no-lot': 'care.reason.no_lot',
  'no-market': 'care.reason.no_market',
  'no-customer': 'care.reason.no_customer',
  'no-channel': 'care.reason.no_channel',
  'no-supplier': 'care.reason.no_supplier',
  'other-item': 'care.reason.other_item',
  'other-serial': 'care.reason.other_serial',
  'other-revision': 'care.reason.other_revision',
  'other-lot': 'care.reason.other_lot',
  'other-manufacture': 'care.reason.other_manufacture',
  'other-market': 'care.reason.other_market',
  'other-customer': 'care.reason.other_customer',
  'other-channel': 'care.reason.other_channel',
  'other-supplier': 'care.reason.other_supplier',
  'not-sold': 'care.reason.not_sold',
  outranked: 'care.reason.outranked',
  'base-goes-on': 'care.reason.base_goes_on',
  'no-base-start': 'care.reason.no_base_start',
  'no-base': 'care.reason.no_base',
  ended: 'care.reason.ended',
  'meter-between': 'care.reason.meter_between',
  'excluded-code': 'care.reason.excluded_code',
  opened: 'care.reason.opened',
  'foreign-part': 'care.reason.foreign_part',
} as const satisfies Record<string, TextKey>

/**
 * A reason as a sentence. The server's own is the more exact one and is in English; other languages have theirs by the
 * code where it is known.
 */
export function reasonWords({ code, detail }: Reason, t: Texts): string {
  const known = code in KNOWN ? t(KNOWN[code as keyof typeof KNOWN]) : undefined
  return currentLanguage() === 'en' ? detail : (known ?? detail)
}

/** Reasons, as the lines of a list. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTexts()
  return reasons.map(reason => (
    <li key={`${reason.code} ${reason.detail}`} title={reason.detail}>
      {reasonWords(reason, t)}
    </li>
  ))
}
