// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  match: {
    lot: 'Charge',
    serial: 'Seriennummer',
    container: 'Behälter',
    supplierLot: 'Charge des Lieferanten',
    item: 'Artikel',
    gtin: 'Artikel zur GTIN',
    place: 'Ort',
    partner: 'Partner',
    gln: 'Ort zur GLN',
    document: 'Beleg',
    entry: 'Buchung',
  },
} satisfies SameKeys<typeof english>
