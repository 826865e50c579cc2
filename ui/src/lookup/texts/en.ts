// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export default {
  match: {
    lot: 'Lot',
    serial: 'Serial',
    container: 'Container',
    supplierLot: "Supplier's lot",
    item: 'Item',
    gtin: 'Item by its GTIN',
    place: 'Place',
    partner: 'Partner',
    gln: 'Place by its GLN',
    document: 'Document',
    entry: 'Entry',
  },
}
