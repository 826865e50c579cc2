// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  drop: 'Verwerfen',
  dropAsk: 'Diesen Vorgang verwerfen?',
  dropWhy_one: 'Eine Zeile entfällt. Nichts davon wurde gebucht.',
  dropWhy_other: '{{count}} Zeilen entfallen. Nichts davon wurde gebucht.',
  inHand: 'Ein anderer Vorgang dieser Art ist in Arbeit. Diesen erst abschließen oder leeren.',
  mend: 'Bearbeiten',
  more_one: 'und eine weitere',
  more_other: 'und {{count}} weitere',
  none: 'Nichts wartet',
  noneWhy: 'Was ohne Netz abgeschlossen wird, wartet hier, bis der Server es hat.',
  refused_one: '1 abgelehnt',
  refused_other: '{{count}} abgelehnt',
  send: 'Jetzt senden',
  title: 'Wartende Vorgänge',
  unclear: 'Ein Scan muss angesehen werden',
  wait_one: '1 wartet',
  wait_other: '{{count}} warten',
  waits: 'Wartet auf den Server',
  what: 'Auf diesem Gerät abgeschlossen und noch nicht gebucht',
} satisfies SameKeys<typeof english>
